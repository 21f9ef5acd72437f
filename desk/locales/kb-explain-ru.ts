import type {
  MatchedField,
  ScorePart,
  Verdict,
  VerdictSign,
  WordReadingKind,
} from '@beseda/shared/protocol/search-explanation';

const parts: Record<ScorePart, string> = {
  frequency: 'Слова запроса встречаются часто',
  coverage: 'В статье есть слова запроса',
  title: 'Слова запроса есть в заголовке',
  titleFit: 'Заголовок состоит из слов запроса',
  heading: 'Слова есть в подзаголовках',
  keywords: 'Слова есть в ключевых словах или названии раздела',
  identity: 'Слова есть в заголовке и ключевых словах вместе',
  opening: 'Слова есть в начале текста',
  passage: 'Слова стоят близко друг к другу',
  phrase: 'Слова идут подряд, как в запросе',
  density: 'Большая часть текста об этом',
  route: 'Статья относится к этой странице',
  votes: 'Помогает ли статья тем, кто её открыл',
  clicks: 'Как часто её открывают, когда находят',
  freshness: 'Как давно она обновлена',
};
const readings: Record<WordReadingKind, string> = {
  same: 'это же слово в любой форме',
  kin: 'тот же корень',
  completion: 'слово ещё не дописано',
  repair: 'исправлена опечатка',
  synonym: 'синоним',
};
const fields: Record<MatchedField, string> = {
  title: 'заголовок',
  headings: 'подзаголовки',
  keywords: 'ключевые слова и раздел',
  body: 'текст',
};
const verdicts: Record<Verdict, string> = {
  sure: 'Подсказки будут показаны: уверенности хватает',
  by_title: 'Подсказки будут показаны: запрос совпал с заголовком',
  unsure: 'Подсказок не будет: уверенности не хватает. На странице поиска статьи видны',
  nothing: 'Подсказывать нечего: слов запроса нет в статьях, которые видит этот читатель',
  small_talk: 'Подсказок не будет: это вежливость, а не вопрос',
  stop_words: 'Подсказок не будет: в запросе одни служебные слова',
};
const signs: Record<VerdictSign, string> = {
  base: 'Исходная осторожность',
  unknown: 'Неизвестные слова',
  passage: 'Слова рядом',
  titleFit: 'Совпадение с заголовком',
  phrase: 'Слова подряд',
  frequency: 'Частота слов',
  opening: 'Начало текста',
  few: 'Слов мало',
  margin: 'Отрыв первой статьи от остальных',
  onRoute: 'Страница',
};

/** Texts of the page that explains a search. Other languages follow this shape. */
export const kbExplainRu = {
  title: 'Почему нашлось',
  about:
    'Как прочитан запрос, за что статьи получили место и будут ли подсказки. Здесь запросы в отчёты не попадают.',
  query: 'Запрос',
  language: 'Язык',
  languages: { ru: 'русский', en: 'английский' },
  route: 'Страница',
  routeHint: 'Путь в приложении, например /payouts',
  reader: 'Кто ищет',
  readers: { anybody: 'Любой', staff: 'Сотрудник', manager: 'Руководитель', inside: 'Поддержка' },
  plan: 'Тариф',
  anyPlan: 'Не указан',
  explain: 'Объяснить',
  begin: 'Введите запрос',
  beginHint: 'Например, тот, на который люди жалуются: «не нашёл».',
  verdict: 'Подсказки',
  verdicts,
  sureness: (odds: string, least: string) => `Уверенность ${odds}, порог ${least}`,
  signs,
  signsTitle: 'Из чего сложилась уверенность',
  wordsTitle: 'Как прочитан запрос',
  understood: (text: string) => `Прочитано как «${text}»: исправлена раскладка клавиатуры`,
  readings,
  stop: 'служебное слово, почти не учитывается',
  unknown: 'в статьях такого слова нет',
  romanised: 'набрано латиницей',
  spelling: (word: string) => `принято за «${word}»`,
  articlesTitle: 'Статьи по порядку',
  nothing: 'Ни одна статья не подошла',
  fields,
  absent: 'нет в статье',
  parts,
  points: (count: string) => `баллов: ${count}`,
  pinned: 'Стоит первой, потому что закреплена правилом поиска',
  suggested: 'Годится в подсказки',
  notSuggested: 'Только в поиске',
};
export type KbExplainTexts = typeof kbExplainRu;
