import type { Channel, Locale, TicketStatus, TicketType } from '@beseda/shared/domain/words';

interface ExportTexts {
  columns: readonly string[];
  statuses: Readonly<Record<TicketStatus, string>>;
  types: Readonly<Record<TicketType, string>>;
  channels: Readonly<Record<Channel, string>>;
}

/** What stands in an exported list; statuses as requesters read them in the widget. */
export const EXPORT_TEXTS: Readonly<Record<Locale, ExportTexts>> = {
  ru: {
    columns: [
      'Номер',
      'Тема',
      'Тип',
      'Статус',
      'Кто обратился',
      'Канал',
      'Кто отвечает',
      'Создано, {tz}',
      'Изменено, {tz}',
      'Ответим до, {tz}',
      'Последнее сообщение: от кого',
      'Последнее сообщение: когда, {tz}',
      'Последнее сообщение: начало',
    ],
    statuses: {
      open: 'В работе',
      pending: 'Ждём вас',
      on_hold: 'Ждём коллег',
      solved: 'Решено',
      closed: 'Закрыто',
    },
    types: { question: 'Вопрос', problem: 'Проблема', task: 'Задача' },
    channels: { widget: 'Виджет', portal: 'Центр поддержки', email: 'Почта', phone: 'Телефон' },
  },
  en: {
    columns: [
      'Number',
      'Subject',
      'Type',
      'Status',
      'Requester',
      'Channel',
      'Answered by',
      'Created, {tz}',
      'Changed, {tz}',
      'Answer due, {tz}',
      'Last message: from',
      'Last message: at, {tz}',
      'Last message: beginning',
    ],
    statuses: {
      open: 'In progress',
      pending: 'Waiting for you',
      on_hold: 'On hold',
      solved: 'Solved',
      closed: 'Closed',
    },
    types: { question: 'Question', problem: 'Problem', task: 'Task' },
    channels: { widget: 'Widget', portal: 'Support centre', email: 'Email', phone: 'Phone' },
  },
};
