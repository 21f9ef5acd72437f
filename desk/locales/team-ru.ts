import type { AgentRole, Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';

const rules = new Intl.PluralRules('ru');
/** one: 1, 21; few: 2–4; many: the rest. */
function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const tickets = (count: number) => plural(count, 'обращение', 'обращения', 'обращений');
const companies = (count: number) => plural(count, 'компания', 'компании', 'компаний');
const roles: Record<AgentRole, string> = { agent: 'Сотрудник', admin: 'Администратор' };
const languages: Record<Locale, string> = { ru: 'Русский', en: 'Английский' };
const reasons: Partial<Record<ErrorCode, string>> = {
  last_admin: 'Это последний администратор. Сначала сделайте администратором кого-то ещё.',
};

/** What the history calls the fields of these objects. */
export const teamFieldsRu: Record<string, string> = {
  languages: 'языки',
  capacity: 'обращений одновременно',
  extension: 'внутренний номер',
  teams: 'команды',
  members: 'состав',
  signInLink: 'выдана ссылка для входа',
  team: 'команда',
  agent: 'сотрудник',
  calendar: 'календарь',
  number: 'номер',
  note: 'пояснение',
  removed: 'удалено по сроку хранения',
  position: 'место в списке',
  token: 'для программы',
};

/** Texts of the settings of agents and teams. Other languages follow this shape. */
export const teamRu = {
  roles,
  languages,
  why: (code: ErrorCode): string | undefined => reasons[code],
  tickets,
  companies,
  agents: {
    toList: 'Ко всем сотрудникам',
    nothing: 'Сотрудников нет',
    invite: 'Пригласить сотрудника',
    inviteNow: 'Пригласить',
    email: 'Почта',
    name: 'Имя',
    nameHint: 'Его видят и клиенты.',
    role: 'Роль',
    roleHint: 'Администратор меняет настройки и удаляет обращения.',
    languages: 'Языки',
    languagesHint: 'Обращения на этих языках назначаются в первую очередь.',
    noLanguage: 'Отметьте хотя бы один язык.',
    capacity: 'Обращений одновременно',
    capacityHint: 'Больше открытых обращений само не назначается. 0 — только вручную.',
    extension: 'Внутренний номер',
    extensionHint: 'Как его называет телефонная станция. По нему звонок показывается тому, у кого звонит.',
    teams: 'Команды',
    noTeams: 'Команд пока нет.',
    mail: 'Отправить ссылку для входа и по почте',
    mailHint: 'Ссылка в письме действует полчаса. Новую можно попросить на странице входа.',
    taken: 'Сотрудник с такой почтой или таким внутренним номером уже есть.',
    link: 'Ссылка для входа',
    linkHint:
      'Передайте её лично: кто её откроет, войдёт как этот сотрудник. Действует сутки и один раз, больше не показывается.',
    copy: 'Скопировать',
    copied: 'Скопировано.',
    newLink: 'Ссылка для входа…',
    newLinkTitle: (name: string) => `Ссылка для входа: ${name}`,
    makeLink: 'Создать ссылку',
    mailed: 'Письмо отправляется.',
    toAgent: 'К карточке',
    done: 'Готово',
    disable: 'Отключить…',
    disableNow: 'Отключить',
    disableTitle: (name: string) => `Отключить: ${name}?`,
    disableWhat:
      'Сеансы завершатся сейчас же, войти будет нельзя. Переписка останется; доступ можно вернуть.',
    disableProgram: 'Токен этой программы перестанет действовать сейчас же. Доступ можно вернуть.',
    disableSelf: 'Это вы: вы выйдете сразу.',
    handOver: (count: number) => `Незавершённых: ${tickets(count)}. Кому передать`,
    toQueue: 'Вернуть в очередь: назначит распределение',
    dedicatedTo: (count: number) =>
      `Первым получает обращения: ${companies(count)}. Без этого сотрудника они пойдут команде компании или останутся в очереди.`,
    enable: 'Включить снова',
    isDisabled: 'Доступ отключён: войти и получать обращения нельзя.',
    isProgram: 'Это программа: она действует по токену API и не входит в рабочее место.',
    disabled: 'отключён',
    program: 'программа',
    online: 'на месте',
    awayUntil: 'отсутствует до',
    seen: 'последний раз',
    never: 'ещё не входил',
    inWork: (count: number) => `в работе: ${count}`,
    leads: (count: number) => `Первым получает обращения: ${companies(count)}`,
    history: 'История изменений',
  },
  teams: {
    toList: 'Ко всем командам',
    nothing: 'Команд нет',
    create: 'Новая команда',
    created: 'Создать',
    name: 'Название',
    taken: 'Такая команда уже есть.',
    members: 'Состав',
    noMembers: 'никого',
    companies: 'Компании, которые она ведёт',
    noCompanies: 'Ни одной. Команду назначают в карточке компании.',
    remove: 'Удалить…',
    removeNow: 'Удалить',
    removeTitle: (name: string) => `Удалить команду: ${name}?`,
    removeWhat:
      'Сотрудники останутся. Удалить можно команду, которая не ведёт ни компаний, ни незавершённых обращений.',
    inUse: (names: readonly string[], count: number) =>
      [
        'Удалить нельзя.',
        names.length > 0 && `Компании: ${names.join(', ')}.`,
        count > 0 && `Незавершённых: ${tickets(count)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    history: 'История изменений',
  },
  phones: {
    about: 'Номер и часы видят в виджете люди компаний этого региона. Изменения видны сразу.',
    toList: 'Ко всем номерам',
    nothing: 'Номеров нет: в виджете нет и телефона',
    create: 'Новый номер',
    created: 'Добавить',
    number: 'Номер',
    numberHint: 'Как его набирают, с кодом страны.',
    region: 'Регион',
    regionHint: 'Тот же, что в карточках компаний: RU, KZ… Большие и малые буквы не различаются.',
    hours: 'Часы',
    anyTime: 'В любое время',
    hoursHint: 'Вне этих часов сказано, что закрыто и когда откроется.',
    note: 'Пояснение',
    noteHint: 'Стоит рядом с номером в виджете.',
    position: 'Место в списке',
    positionHint: 'Меньшие стоят выше.',
    open: 'сейчас открыто',
    closed: 'сейчас закрыто',
    seenBy: (count: number) => `Видят: ${companies(count)}`,
    remove: 'Удалить…',
    removeNow: 'Удалить',
    removeTitle: (number: string) => `Удалить номер ${number}?`,
    removeWhat: (count: number) => `Из виджета он пропадёт сразу. Сейчас его видят: ${companies(count)}.`,
  },
  settingsHistory: 'История изменений настроек',
  company: {
    team: 'Команда',
    teamHint: 'Получает обращения компании первой.',
    agent: 'Сотрудник',
    agentHint: 'Получает их раньше команды, пока на месте.',
    nobody: 'Никто',
  },
};

export type TeamTexts = typeof teamRu;
