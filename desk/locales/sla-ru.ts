import type { Weekday } from '@beseda/shared/domain/open-hours';
import type { DayKind } from '@beseda/shared/domain/production-calendar';
import type { ClockKind, Priority } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { PreviewEffect, RulesPreview, TargetName } from '@beseda/shared/protocol/rules';
import type { SpecialKind } from '../model/calendar-form';

const rules = new Intl.PluralRules('ru');
function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const weekdays: Record<Weekday, string> = {
  mon: 'Понедельник',
  tue: 'Вторник',
  wed: 'Среда',
  thu: 'Четверг',
  fri: 'Пятница',
  sat: 'Суббота',
  sun: 'Воскресенье',
};
const short: Record<Weekday, string> = {
  mon: 'пн',
  tue: 'вт',
  wed: 'ср',
  thu: 'чт',
  fri: 'пт',
  sat: 'сб',
  sun: 'вс',
};
const specialKinds: Record<SpecialKind, string> = {
  off: 'Выходной',
  worked: 'Рабочий',
  short: 'Свои часы',
};
const dayKinds: Record<DayKind, string> = {
  off: 'выходной',
  work: 'рабочий',
  short: 'короче на час',
};
const targets: Record<TargetName, string> = {
  firstReaction: 'Первая реакция',
  nextReaction: 'Следующая реакция',
  resolution: 'Решение',
};
const clocks: Record<ClockKind, string> = {
  first_reaction: 'первая реакция',
  next_reaction: 'реакция',
  resolution: 'решение',
};
const priorities: Record<Priority, string> = {
  urgent: 'Срочный',
  high: 'Высокий',
  normal: 'Обычный',
  low: 'Низкий',
};
const effects: Record<PreviewEffect, string> = {
  breached: 'просрочится',
  earlier: 'раньше',
  removed: 'срока не будет',
  added: 'появится срок',
  later: 'позже',
  eased: 'больше не просрочено',
};
const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Нет связи с сервером',
  not_found: 'Этого больше нет',
  forbidden: 'Настройки — для администраторов',
  already_exists: 'Такое название уже занято',
  invalid_input: 'Проверьте, всё ли введено верно',
  invalid_calendar: 'В календаре ошибка',
  body_too_large: 'Файл слишком большой',
  too_many_requests: 'Слишком много изменений. Подождите минуту',
};
/** By the beginning of the field's name. */
const faults: [RegExp, string][] = [
  [/^calendar\.tz/, 'Такого часового пояса нет. Выберите из списка, например Europe/Moscow'],
  [
    /^calendar\.(hours|exceptions)/,
    'Промежутки не пересекаются, и конец идёт после начала; конец суток — 24:00',
  ],
  [/^calendar\.holidays/, 'Такой даты нет'],
  [/^daySetKey/, 'Такого набора дней больше нет'],
  [/^key/, 'Ключ: латинские буквы, цифры, точка, дефис'],
  [/^(name|nameRu|nameEn)$/, 'Название: от 1 до 100 знаков'],
  [/^(targets|byPriority)/, 'Срок: от минуты, например 4 ч или 1 ч 30 мин'],
  [/^position/, 'Место: целое число от 0'],
];
const uses: Record<string, string> = {
  policies: 'правила сроков',
  plans: 'тарифы',
  companies: 'компании',
  calendars: 'календари',
  phoneNumbers: 'номера телефона',
};

/** The server names the first 20. */
const list = (names: readonly string[]) => names.join(', ') + (names.length < 20 ? '' : ' и другие');

/** Texts of plans, policies and calendars. Other languages follow this shape. */
export const slaRu = {
  weekdays,
  short,
  specialKinds,
  dayKinds,
  targets,
  clocks,
  priorities,
  effects,
  why: (code: ErrorCode, field: string | null): string =>
    (code === 'already_exists' ? undefined : faults.find(([begins]) => begins.test(field ?? ''))?.[1]) ??
    reasons[code] ??
    'Не получилось',
  inUse: (by: Record<string, readonly string[]>): string =>
    `Удалить нельзя, этим пользуются: ${Object.entries(by)
      .map(([kind, names]) => `${uses[kind] ?? kind} — ${list(names)}`)
      .join('; ')}.`,
  name: 'Название',
  undo: 'Вернуть как было',
  undone: 'Вернули как было.',
  remove: 'Удалить…',
  removeTitle: (name: string) => `Удалить: ${name}?`,
  removeWhat: 'Вернуть удалённое нельзя. То, чем пользуются, не удалится.',
  removeNow: 'Удалить',
  history: 'История изменений',
  used: (names: readonly string[]) => `Пользуются: ${list(names)}`,
  unused: 'никто не пользуется',
  preview: {
    title: 'Что изменится',
    hint: 'Измените что-нибудь — здесь будет видно, как сдвинутся сроки открытых обращений. Пока не сохранено, ничего не меняется.',
    unread: 'Сначала исправьте то, что введено.',
    counting: 'Считаем…',
    summary({ open, moved, breached, eased, paused }: RulesPreview): string {
      const whole = plural(open, 'открытое обращение', 'открытых обращения', 'открытых обращений');
      const parts = [
        moved > 0 ? plural(moved, 'сдвинется', 'сдвинутся', 'сдвинутся') : 'сроки не изменятся',
        breached > 0 ? plural(breached, 'просрочится', 'просрочатся', 'просрочатся') : '',
        eased > 0 ? `${plural(eased, 'перестанет', 'перестанут', 'перестанут')} быть просроченными` : '',
        paused > 0 ? plural(paused, 'стоит на паузе', 'стоят на паузе', 'стоят на паузе') : '',
      ];
      return `${whole}: ${parts.filter(Boolean).join(', ')}`;
    },
    partly: (reckoned: number) => `Посчитаны ${reckoned} самых новых обращений.`,
    shown: (count: number) => `Показаны ${count} сроков, худшие первыми.`,
    ticket: 'Обращение',
    now: 'Сейчас',
    after: 'Станет',
    none: 'нет',
  },
  calendars: {
    create: 'Новый календарь',
    created: 'Создать календарь',
    toList: 'Ко всем календарям',
    nothing: 'Календарей нет',
    always: 'круглосуточно',
    never: 'нет рабочих часов',
    neverHint: 'В календаре нет ни одного рабочего часа: сроки не наступят никогда.',
    zone: 'Часовой пояс',
    zoneHint: 'Начните вводить город по-английски или название пояса',
    zoneNow: (time: string) => `Там сейчас ${time}`,
    week: 'Часы по дням недели',
    weekHint: 'Время можно вводить коротко: 9, 930, 24. Стрелки вверх и вниз сдвигают на полчаса.',
    closed: 'выходной',
    add: 'Добавить часы',
    addMore: 'Ещё промежуток',
    from: 'с',
    to: 'до',
    removeHours: 'Убрать',
    copy: 'Все будни как понедельник',
    openAlways: 'Сделать круглосуточным',
    days: 'Особые дни',
    daysHint: 'Они важнее производственного календаря и дней недели.',
    noDays: 'Особых дней нет.',
    addDay: 'Добавить день',
    day: 'Дата',
    kind: 'Что за день',
    dayOf: (date: string) => (date === '' ? 'новый день' : date),
    removeDay: 'Убрать день',
    tryTitle: 'Проверить',
    tryAsked: 'Вопрос задан (по вашему времени)',
    tryLength: 'Рабочего времени на ответ',
    tryDue: (moment: string, zone: string) => `Ответ до: ${moment} (${zone})`,
    tryNever: 'Рабочее время не наступит: срока не будет.',
    daySet: 'Производственный календарь',
    noDaySet: 'Без производственного календаря',
    daySetHint: 'Выходные, переносы и сокращённые дни страны. Общие для всех календарей, где он выбран.',
    year: (year: number, days: number) =>
      `${year}: ${plural(days, 'особый день', 'особых дня', 'особых дней')}`,
    sets: 'Производственные календари',
    setsHint:
      'Готовые дни для календарей. Следующий год загружается из файла: JSON или CSV с xmlcalendar.ru и data.gov.ru, iCalendar.',
    noSets: 'Загруженных лет нет',
    importTitle: 'Загрузить год из файла',
    importKey: 'Код страны',
    importKeyHint: 'Например ru. Год из файла заменит такой же год целиком.',
    importFile: 'Файл',
    importNow: 'Загрузить',
    imported: { created: 'добавлен', changed: 'изменён', unchanged: 'без изменений' },
    importedYear: (year: number, days: number, outcome: string) =>
      `${year} год ${outcome}, ${plural(days, 'особый день', 'особых дня', 'особых дней')}.`,
    badLine: (line: number) => `Файл не прочитан: ошибка в строке ${line}.`,
    removeYear: (year: number) => `Удалить ${year} год`,
  },
  policies: {
    create: 'Новое правило',
    created: 'Создать правило',
    toList: 'Ко всем правилам',
    nothing: 'Правил нет',
    calendar: 'Календарь',
    targets: 'Сроки в рабочем времени',
    targetsHint: 'Например: 4 ч, 1 ч 30 мин, 45 мин. Пустое поле: ничего не обещаем.',
    byPriority: 'Другие сроки по приоритетам',
    byPriorityHint: 'Пустое поле: как у всех. «Нет»: ничего не обещаем.',
    none: 'нет',
    noPromise: 'не обещаем',
    promised: (first: string | null) => (first === null ? 'реакция не обещана' : `реакция ${first}`),
  },
  plans: {
    create: 'Новый тариф',
    created: 'Создать тариф',
    toList: 'Ко всем тарифам',
    nothing: 'Тарифов нет',
    key: 'Ключ',
    keyHint: 'Так тариф называется в токене и в файлах. Изменить его потом нельзя.',
    nameRu: 'Название по-русски',
    nameEn: 'Название по-английски',
    policy: 'Правило сроков',
    dedicated: 'С выделенной командой или сотрудником',
    isDefault: 'Для компаний, чей тариф неизвестен',
    defaultMark: 'по умолчанию',
    dedicatedMark: 'выделенная поддержка',
    position: 'Место в списке',
  },
};

export type SlaTexts = typeof slaRu;
