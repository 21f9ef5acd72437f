const rules = new Intl.PluralRules('ru');
/** one: 1, 21; few: 2–4; many: the rest. */
const counted = (one: string, few: string, many: string) => (count: number) => {
  const form = rules.select(count);
  return `${count.toLocaleString('ru')} ${form === 'one' ? one : form === 'few' ? few : many}`;
};
const tickets = counted('обращение', 'обращения', 'обращений');
const records = counted('запись', 'записи', 'записей');

interface RuleTexts {
  name: string;
  what: string;
  count: (count: number) => string;
}

/** Texts of how long things are kept. Other languages follow this shape. */
export const retentionRu = {
  about: 'Очистка идёт раз в сутки, ночью после 2:00 по Москве, понемногу. Удалённое не вернуть.',
  lastRun: 'Последняя очистка:',
  nothingYet: 'Очистки ещё не было.',
  removedNothing: 'удалять было нечего',
  removed: (parts: readonly string[]) => `удалено: ${parts.join(', ')}`,
  keepAlways: 'Хранить всегда',
  removeAfter: 'Удалять через заданное число дней',
  how: 'Сколько хранить',
  days: 'Дней',
  atLeast: (least: number) => `Не меньше ${least}.`,
  doomedNone: 'Ближайшей ночью удалять нечего.',
  doomed: (count: string, more: boolean) => `Ближайшей ночью удалится: ${more ? 'больше чем ' : ''}${count}.`,
  counting: 'Считаем…',
  confirmTitle: 'Удалить безвозвратно?',
  confirmWhat: (name: string, count: string, more: boolean) =>
    `${name}. Ближайшей ночью удалится: ${more ? 'больше чем ' : ''}${count}. Вернуть будет нельзя.`,
  confirm: 'Сохранить и удалять',
  rules: {
    'retention.solved_days': {
      name: 'Решённые и закрытые обращения',
      what: 'С перепиской, файлами и письмами, если за это время в обращении ничего не произошло. Исчезают и у клиента.',
      count: tickets,
    },
    'retention.context_days': {
      name: 'Сведения о странице у решённых обращений',
      what: 'Адрес страницы, браузер, ошибки, неудачные запросы и показанные статьи. Переписка и файлы, и снимки экрана среди них, остаются.',
      count: tickets,
    },
    'retention.calls_days': {
      name: 'Журнал звонков',
      what: 'Номера, время, длительность и ссылки на записи. Обращения, которые из них вышли, остаются.',
      count: counted('звонок', 'звонка', 'звонков'),
    },
    'retention.suggestions_days': {
      name: 'Что подсказки ответили сами',
      what: 'По ним видно, какие статьи избавили от обращения.',
      count: records,
    },
    'retention.searches_days': {
      name: 'Поисковые запросы и черновики',
      what: 'Что люди искали и набирали, без личных данных, и чем это кончилось. Сколько раз — остаётся, если искали несколько человек.',
      count: records,
    },
    'retention.alerts_days': {
      name: 'Предупреждения о сроках',
      what: 'То, что сотрудники видят в «Сроках».',
      count: counted('предупреждение', 'предупреждения', 'предупреждений'),
    },
    'retention.mail_days': {
      name: 'Письма вне обращений',
      what: 'Отправленные и неотправленные ссылки для входа.',
      count: counted('письмо', 'письма', 'писем'),
    },
    'retention.inbound_days': {
      name: 'Входящие письма',
      what: 'Записи о письмах и их исходники. То, что из них попало в обращения, остаётся.',
      count: counted('письмо', 'письма', 'писем'),
    },
    'retention.audit_days': {
      name: 'История изменений настроек',
      what: 'Записи моложе года база данных не удаляет.',
      count: records,
    },
  } as Record<string, RuleTexts>,
};

export type RetentionTexts = typeof retentionRu;
