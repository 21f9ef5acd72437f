import type { RuleProblemCode } from '@beseda/shared/protocol/search-rules';

const problems: Record<RuleProblemCode, (what: string) => string> = {
  lonely: (what) => `В группе «${what}» нет второго слова: синонимом ему нечего сделать`,
  empty_pin: (what) => `У закреплённого запроса «${what}» нет слов или статей`,
  unknown_article: (what) => `Статьи № ${what} на этом языке нет`,
  twice: (what) => `«${what}» стоит в нескольких группах: найдутся слова всех этих групп`,
  stop_synonym: (what) => `«${what}» — и стоп-слово, и синоним: в поиске оно почти ничего не весит`,
};

/** Texts of the page of search rules. Other languages follow this shape. */
export const kbRulesRu = {
  title: 'Правила поиска',
  about: 'Действуют сразу на страницах, в виджете и в подсказках. Формы слов узнаются сами.',
  language: 'Язык',
  languages: { ru: 'русский', en: 'английский' },
  synonyms: 'Синонимы',
  synonymsHint:
    'Одна группа в строке, через запятую: возврат, вернуть деньги, рефанд. В одну сторону — стрелкой: «бонус => начисление» ищет по «бонус» и начисления, но не наоборот',
  stopWords: 'Стоп-слова',
  stopWordsHint: 'Слова, которые в этой базе ни о чём не говорят, по одному в строке',
  pins: 'Закреплённые результаты',
  pinsHint: 'Запрос = номера статей: закрыть месяц = 301, 305. Порядок и формы слов неважны',
  shipped: 'Встроенные синонимы',
  shippedHint: 'Снимите отметку, если группа здесь мешает.',
  test: 'Проверить на запросе',
  testHint: 'Что нашлось бы с этими правилами, ещё до сохранения',
  now: 'Сейчас',
  later: 'Станет',
  nothing: 'Ничего не найдено',
  save: 'Сохранить',
  saved: 'Сохранено и уже действует',
  conflict: 'Кто-то изменил правила. Скопируйте своё и откройте их заново',
  unread: (line: string) => `Не разобрать строку «${line}»: нужно «запрос = номера»`,
  problems,
};
export type KbRulesTexts = typeof kbRulesRu;
