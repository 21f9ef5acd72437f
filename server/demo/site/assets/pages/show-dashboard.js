import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildCard, buildPage } from '../parts/build-page.js';
import { drawChart } from '../parts/draw-chart.js';
import { badgeOf } from '../texts/name-status.js';
import { money } from '../texts/name-things.js';
import { count, formatMonth, formatNumber, pick, say } from '../texts/say.js';

export function showDashboard() {
  const data = companyData();
  return buildPage(
    {
      title: say('Сводка', 'Summary'),
      article: 401,
      lead: say('Ноябрь 2026, период открыт', 'November 2026, the period is open'),
    },
    h('ul', { class: 'figures' }, listFigures(data).map(drawFigure)),
    h('div', { class: 'columns' }, drawTurnover(data), drawTasks(data)),
    drawOrders(data),
  );
}

function listFigures({ members, payouts, periods, orders }) {
  const waiting = payouts.filter((payout) => payout.status === 'new');
  const active = members.filter((member) => member.status === 'active').length;
  return [
    [say('Оборот периода', 'Turnover of the period'), money(periods[0].turnover), '/bonuses'],
    [say('Активные участники', 'Active members'), formatNumber(active), '/members'],
    [say('Заявки на выплату', 'Payout requests'), money(sum(waiting)), '/payouts'],
    [say('Неоплаченные заказы', 'Unpaid orders'), formatNumber(countNew(orders)), '/orders'],
  ];
}

function drawFigure([name, value, route]) {
  return h('li', { class: 'figure' }, h('a', { href: hrefTo(route) }, name), h('b', null, value));
}

function drawTurnover({ periods }) {
  const months = periods.slice(0, 8).reverse();
  const title = say('Оборот по месяцам', 'Turnover by month');
  const points = months.map(({ month, turnover }) => ({
    label: formatMonth(month).slice(0, 3),
    value: turnover,
  }));
  return buildCard({ title, article: 405 }, drawChart({ title, points, format: money }));
}

function drawTasks({ payouts, orders, members, points }) {
  const fresh = payouts.filter((payout) => payout.status === 'new').length;
  const blocked = members.filter((member) => member.status === 'blocked').length;
  const short = points.flatMap((point) => point.stock).filter((line) => line.onHand < line.minimum).length;
  const tasks = [
    [
      '/payouts',
      count(
        fresh,
        ['заявка ждёт проверки', 'заявки ждут проверки', 'заявок ждёт проверки'],
        ['request to review', 'requests to review'],
      ),
    ],
    [
      '/orders',
      count(
        countNew(orders),
        ['заказ не оплачен', 'заказа не оплачены', 'заказов не оплачено'],
        ['unpaid order', 'unpaid orders'],
      ),
    ],
    [
      '/points-of-sale',
      count(
        short,
        ['товар заканчивается', 'товара заканчиваются', 'товаров заканчивается'],
        ['product is running out', 'products are running out'],
      ),
    ],
    [
      '/members',
      count(
        blocked,
        ['участник заблокирован', 'участника заблокированы', 'участников заблокировано'],
        ['member is blocked', 'members are blocked'],
      ),
    ],
    ['/bonuses/2026-10', say('Октябрь ждёт закрытия', 'October waits to be closed')],
  ];
  return buildCard(
    { title: say('Требует внимания', 'Needs attention'), article: 603 },
    h(
      'ul',
      { class: 'tasks' },
      tasks.map(([route, text]) => h('li', null, h('a', { href: hrefTo(route) }, text))),
    ),
  );
}

function drawOrders({ orders }) {
  const rows = orders
    .slice(0, 6)
    .map((order) =>
      h(
        'li',
        { class: 'line' },
        h('a', { href: hrefTo(`/orders/${order.number}`), class: 'number' }, `№ ${order.number}`),
        h('span', { class: 'line-main' }, pick(order.member.name)),
        badgeOf('order', order.status),
        h('span', { class: 'number' }, money(order.total)),
      ),
    );
  return buildCard({ title: say('Последние заказы', 'Latest orders'), article: 502 }, h('ul', null, rows));
}

function countNew(orders) {
  return orders.filter((order) => order.status === 'new').length;
}

function sum(payouts) {
  return payouts.reduce((total, payout) => total + payout.amount, 0);
}
