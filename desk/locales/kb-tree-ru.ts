import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';

const rules = new Intl.PluralRules('ru');
/** one: 1, 21; few: 2–4; many: the rest. */
function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const articles = (count: number) => plural(count, 'статья', 'статьи', 'статей');
const visibilities: Record<Visibility, string> = {
  public: 'Все',
  staff: 'Сотрудники компаний',
  agents: 'Только поддержка',
};
const roles: Record<ReaderRole, string> = { staff: 'Сотрудники', manager: 'Руководители' };
const languages: Record<Locale, string> = { ru: 'по-русски', en: 'по-английски' };
const missing: Record<Locale, string> = { ru: 'нет русского', en: 'нет английского' };
const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Сервер не отвечает. Изменение не сохранено',
  not_found: 'Этого здесь больше нет. Список обновлён',
  forbidden: 'На это нет права',
  already_exists: 'Здесь уже есть такое название',
  invalid_input: 'Проверьте введённое',
  in_use: 'Сначала выберите, куда переедут статьи',
  too_many_requests: 'Слишком много изменений. Подождите минуту',
};

/** Texts of the table of contents in the desk. Other languages follow this shape. */
export const kbTreeRu = {
  articles,
  sections: (count: number) => plural(count, 'раздел', 'раздела', 'разделов'),
  visibilities,
  roles,
  languages,
  missing,
  why: (code: ErrorCode): string => reasons[code] ?? 'Не получилось',
  title: 'Оглавление базы знаний',
  help: 'Стрелки — по строкам и чтобы свернуть, пробел — отметить, Alt и стрелки — переставить, Enter — открыть.',
  search: 'Найти по названию или номеру',
  found: (count: number) => (count === 0 ? 'Ничего не найдено' : `Найдено: ${articles(count)}`),
  empty: 'В базе знаний пока ничего нет',
  emptyHint: 'Создайте категорию и раздел: статьи пишутся в разделах.',
  noCategory: 'Без категории',
  unfold: 'Развернуть всё',
  fold: 'Свернуть всё',
  draft: 'черновик',
  review: 'на проверке',
  unpublished: 'не опубликована',
  changed: 'есть правки',
  checkBy: (date: string) => `проверить до ${date}`,
  overdue: (date: string) => `пора проверить, срок ${date}`,
  select: (title: string) => `Отметить «${title}»`,
  toggle: (title: string, open: boolean) => (open ? `Свернуть «${title}»` : `Развернуть «${title}»`),
  menu: (title: string) => `Действия: ${title}`,
  drag: 'Перетащите, чтобы переставить',
  up: 'Выше',
  down: 'Ниже',
  edit: 'Изменить…',
  remove: 'Удалить…',
  addSection: 'Добавить раздел…',
  newArticle: 'Новая статья',
  newCategory: 'Новая категория',
  newSection: 'Новый раздел',
  create: 'Создать',
  kinds: { category: 'Категория', section: 'Раздел', article: 'Статья' },
  form: {
    title: (locale: Locale) => `Название ${languages[locale]}`,
    lead: (locale: Locale) => `Пояснение ${languages[locale]}`,
    category: 'Категория',
    routes: 'Страницы приложения, о которых этот раздел',
    routesHint: 'По одной на строке; * — любые знаки. Например: /wallets/*',
    visibility: 'Кому видно',
    narrow: 'Строже из статьи, раздела и категории',
    plans: 'Только тарифы',
    roles: 'Только роли',
    everyone: 'Ничего не отмечено — всем, кому видно',
  },
  removal: {
    title: (title: string) => `Удалить «${title}»`,
    to: { category: 'Разделы переедут в', section: 'Статьи переедут в' },
    empty: 'Здесь ничего нет. Старый адрес поведёт на уровень выше.',
    moves: 'Старый адрес поведёт туда же.',
    now: 'Удалить',
    nowhere: 'Больше некуда: сначала создайте другой раздел.',
  },
  bulk: {
    selected: (count: number) => `Отмечено: ${articles(count)}`,
    change: 'Изменить…',
    clear: 'Снять отметки',
    title: (count: number) => `Изменить: ${articles(count)}`,
    keep: 'Не менять',
    section: 'Раздел',
    owner: 'Ответственный',
    nobody: 'Никто',
    checkBy: 'Проверить до',
    noDate: 'Без срока',
    setDate: 'К дате',
    date: 'Дата',
    readers: 'Тарифы и роли',
    setReaders: 'Заменить на отмеченные',
    save: 'Изменить',
    nothing: 'Выберите, что изменить',
  },
  said: {
    moved: (title: string, place: string, at: number, of: number) =>
      `«${title}»: ${place === '' ? '' : `${place}, `}место ${at} из ${of}`,
    edge: 'Дальше некуда',
    changed: (count: number) => `${articles(count)}: изменено`,
    saved: 'Сохранено',
    removed: (title: string) => `«${title}» удалено`,
    undone: 'Возвращено как было',
    undo: 'Вернуть',
  },
};
export type KbTreeTexts = typeof kbTreeRu;
