import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildPage } from '../parts/build-page.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf, listStatuses, nameStatus } from '../texts/name-status.js';
import { money } from '../texts/name-things.js';
import { formatDay, pick, say } from '../texts/say.js';

export function showOrders() {
  const { orders, points } = companyData();
  const title = say('Заказы', 'Orders');
  return buildPage(
    { title, article: 502 },
    showTable({
      key: 'orders',
      title,
      rows: orders,
      sort: { id: 'number', down: true },
      find: ({ number, member }) => `${number} ${member.number} ${member.name.ru} ${member.name.en}`,
      hint: say('Номер заказа или имя', 'Order number or name'),
      filters: [
        {
          id: 'status',
          title: say('Любой статус', 'Any status'),
          options: listStatuses('order'),
          test: (order, value) => order.status === value,
        },
        {
          id: 'point',
          title: say('Все точки', 'All points'),
          options: points.map((point) => ({ value: point.code, title: pick(point.name) })),
          test: (order, value) => order.point.code === value,
        },
      ],
      columns: listColumns(),
    }),
  );
}

function listColumns() {
  return [
    {
      id: 'number',
      title: say('Заказ', 'Order'),
      head: true,
      value: (order) => order.number,
      cell: (order) => [
        h('a', { href: hrefTo(`/orders/${order.number}`), class: 'number' }, `№ ${order.number}`),
        h('span', { class: 'cell-sub only-narrow' }, pick(order.member.name)),
      ],
    },
    { id: 'member', title: say('Участник', 'Member'), wide: true, value: (order) => pick(order.member.name) },
    { id: 'point', title: say('Точка', 'Point'), wide: true, value: (order) => pick(order.point.name) },
    {
      id: 'day',
      title: say('Дата', 'Date'),
      wide: true,
      value: (order) => order.day,
      cell: (order) => formatDay(order.day),
    },
    {
      id: 'status',
      title: say('Статус', 'Status'),
      value: (order) => nameStatus('order', order.status),
      cell: (order) => badgeOf('order', order.status),
    },
    {
      id: 'total',
      title: say('Сумма', 'Total'),
      number: true,
      value: (order) => order.total,
      cell: (order) => money(order.total),
    },
  ];
}
