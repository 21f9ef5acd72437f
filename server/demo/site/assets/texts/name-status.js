import { buildBadge } from '../parts/build-page.js';
import { say } from './say.js';

/** Every status of the office: its tone and its two names. */
const statuses = {
  member: {
    active: ['good', 'Активен', 'Active'],
    new: ['', 'Новый', 'New'],
    idle: ['warn', 'Без заказов', 'No orders'],
    blocked: ['bad', 'Заблокирован', 'Blocked'],
  },
  payout: {
    new: ['', 'Новая', 'New'],
    second: ['warn', 'Второе одобрение', 'Second approval'],
    approved: ['good', 'Одобрена', 'Approved'],
    processing: ['', 'В обработке', 'In process'],
    paid: ['good', 'Оплачена', 'Paid'],
    returned: ['warn', 'Возвращена', 'Returned'],
    rejected: ['bad', 'Отклонена', 'Declined'],
  },
  remark: {
    details: ['warn', 'Реквизиты изменены', 'Details changed'],
    name: ['warn', 'Имя не совпадает', 'Name differs'],
    large: ['warn', 'Крупная сумма', 'Large amount'],
    first: ['warn', 'Первая выплата', 'First payout'],
  },
  order: {
    new: ['', 'Новый', 'New'],
    paid: ['good', 'Оплачен', 'Paid'],
    packed: ['', 'Собран', 'Packed'],
    ready: ['warn', 'Готов к выдаче', 'Ready for pickup'],
    done: ['good', 'Выдан', 'Handed over'],
    cancelled: ['bad', 'Отменён', 'Cancelled'],
  },
  period: {
    open: ['good', 'Открыт', 'Open'],
    check: ['warn', 'Проверка', 'Under review'],
    closed: ['', 'Закрыт', 'Closed'],
  },
  point: {
    open: ['good', 'Открыта', 'Open'],
    draft: ['', 'Черновик', 'Draft'],
    closed: ['bad', 'Закрыта', 'Closed'],
  },
  page: {
    published: ['good', 'Опубликована', 'Published'],
    changed: ['warn', 'Есть изменения', 'Has changes'],
    planned: ['', 'Запланирована', 'Scheduled'],
    draft: ['', 'Черновик', 'Draft'],
  },
};

export function nameStatus(kind, status) {
  const [, ru, en] = statuses[kind][status];
  return say(ru, en);
}

export function badgeOf(kind, status) {
  return buildBadge(nameStatus(kind, status), statuses[kind][status][0]);
}

/** The choices of a status filter. */
export function listStatuses(kind) {
  return Object.keys(statuses[kind]).map((value) => ({ value, title: nameStatus(kind, value) }));
}
