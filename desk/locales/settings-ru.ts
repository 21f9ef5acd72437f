import type { AuditAction, AuditKind } from '@beseda/shared/domain/audit';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { SettingsSection } from '../model/route';
import { teamFieldsRu } from './team-ru';

const sections: Record<SettingsSection, string> = {
  companies: 'Компании',
  agents: 'Сотрудники',
  teams: 'Команды',
  'phone-numbers': 'Телефоны',
  general: 'Общие',
  history: 'История',
};
const kinds: Record<AuditKind, string> = {
  company: 'Компания',
  person: 'Человек',
  agent: 'Сотрудник',
  team: 'Команда',
  app: 'Приложение',
  setting: 'Настройка',
  plan: 'Тариф',
  policy: 'Правило сроков',
  calendar: 'Календарь',
  day_set: 'Производственный календарь',
  phone_number: 'Телефон',
  ticket: 'Обращение',
};
const actions: Record<AuditAction, string> = {
  created: 'создано',
  changed: 'изменено',
  deleted: 'удалено',
};
const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Нет связи с сервером',
  not_found: 'Этого больше нет',
  forbidden: 'Настройки — для администраторов',
  in_use: 'Удалить нельзя: этим ещё пользуются',
  already_exists: 'Такая компания уже есть',
  invalid_input: 'Проверьте, всё ли введено верно',
  too_many_requests: 'Слишком много изменений. Подождите минуту',
};
const fields: Record<string, string> = {
  ...teamFieldsRu,
  name: 'название или имя',
  externalId: 'код компании',
  plan: 'тариф',
  region: 'регион',
  distributorSupportUrl: 'поддержка дистрибьюторов',
  suspended: 'обслуживание приостановлено',
  blocked: 'доступ закрыт',
  value: 'значение',
  email: 'почта',
  role: 'роль',
  locale: 'язык',
  company: 'компания',
  sub: 'код человека',
};

/** Texts of the settings. Other languages follow this shape. */
export const settingsRu = {
  sections,
  kinds,
  actions,
  why: (code: ErrorCode): string => reasons[code] ?? 'Не получилось',
  fieldOf: (field: string): string => fields[field] ?? field,
  values: {
    'mail.unseen_delay_seconds': ['Через сколько секунд непрочитанный ответ уходит письмом', 'От 0 до 86400'],
    'mail.from_name': ['Имя отправителя писем', 'До 100 знаков'],
    'alerts.escalate_minutes': ['Через сколько рабочих минут после срока звать следующих', 'От 1 до 10080'],
    'routing.mode': [
      'Кому обращения назначаются сами',
      'dedicated — только выделенным командам и сотрудникам компаний, all — всем, off — никому',
    ],
    'routing.absence_hours': ['Через сколько рабочих часов отсутствия обращение снимается', '0 — никогда'],
    'tasks.acceptance_days': ['Сколько рабочих дней заказчик принимает задачу', '0 — не спрашивать'],
    'tickets.reopen_days': ['Сколько дней решённое обращение открывается снова', 'От 0 до 3650'],
    'tickets.similar': [
      'Предлагать открытые обращения коллег на ту же тему',
      'company — обращения всей компании, own — только свои',
    ],
    'vendor.name': ['Название вендора', 'До 100 знаков'],
    'files.max_megabytes': ['Размер одного файла, МБ', 'От 1 до 500'],
    'files.max_per_message': ['Файлов в одном сообщении', 'От 1 до 50'],
    'files.company_megabytes': ['Место для файлов одной компании, МБ', '0 — без предела'],
    'files.types': ['Какие файлы принимаются', 'Через запятую: PNG, PDF, DOCX…'],
  } as Record<string, [string, string]>,
  usual: (value: string) => `обычно ${value}`,
  toTickets: 'К обращениям',
  more: 'Показать ещё',
  saved: 'Сохранено.',
  none: '—',
  yes: 'да',
  no: 'нет',
  unsaved: {
    title: 'Уйти без сохранения?',
    what: 'Изменения на этой странице ещё не сохранены и пропадут.',
    leave: 'Уйти без сохранения',
    stay: 'Остаться',
  },
  companies: {
    search: 'Поиск: название или код',
    nothing: 'Компаний нет',
    create: 'Новая компания',
    created: 'Создать',
    toList: 'Ко всем компаниям',
    name: 'Название',
    externalId: 'Код компании',
    externalIdHint: 'Так её называет ваше приложение в токене. Изменить его потом нельзя.',
    plan: 'Тариф',
    planHint: 'Ключ тарифа: start, business, network, enterprise. От него зависят сроки.',
    region: 'Регион',
    link: 'Поддержка дистрибьюторов',
    linkHint: 'Куда ведут дистрибьюторов компании. Ссылка начинается с https://.',
    suspended: 'приостановлена',
    suspend: 'Приостановить…',
    resume: 'Возобновить обслуживание',
    suspendTitle: (name: string) => `Приостановить: ${name}?`,
    suspendWhat:
      'Сеансы её людей завершатся сейчас же, войти и написать они не смогут. Обращения и переписка останутся; обслуживание можно возобновить.',
    suspendNow: 'Приостановить',
    isSuspended: 'Обслуживание приостановлено: её люди не могут войти и написать.',
    remove: 'Удалить…',
    removeTitle: (name: string) => `Удалить: ${name}?`,
    removeWhat: 'Удалить можно только компанию, у которой нет ни людей, ни обращений.',
    removeNow: 'Удалить',
    inUse: (people: number, tickets: number) =>
      `Удалить нельзя. Людей: ${people}, обращений: ${tickets}. Приостановите компанию.`,
    people: 'Люди',
    noPeople: 'Людей нет. Они появляются, когда впервые открывают виджет.',
    searchPeople: 'Поиск: имя, почта или код',
    blocked: 'доступ закрыт',
    block: 'Закрыть доступ',
    blockHint: 'Сеансы этого человека завершатся сейчас же',
    unblock: 'Открыть доступ',
    blockedSaid: (name: string) => `Доступ закрыт: ${name}. Сеансы завершены.`,
    unblockedSaid: (name: string) => `Доступ открыт: ${name}.`,
    history: 'История изменений',
  },
  history: {
    filter: 'Что показать',
    all: 'Всё',
    nothing: 'Изменений пока нет',
    operator: 'Командная строка',
  },
};

export type SettingsTexts = typeof settingsRu;
