import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildCard } from '../parts/build-page.js';
import { badgeOf } from '../texts/name-status.js';
import { money, walletName } from '../texts/name-things.js';
import { formatDay, say } from '../texts/say.js';

export function showMemberOrders(member) {
  const rows = companyData()
    .orders.filter((order) => order.member === member)
    .map((order) =>
      drawLine(
        `/orders/${order.number}`,
        `№ ${order.number}`,
        formatDay(order.day),
        badgeOf('order', order.status),
        money(order.total),
      ),
    );
  return buildCard(
    { title: say('Заказы', 'Orders'), article: 502 },
    drawList(rows, say('Заказов пока нет.', 'No orders yet.')),
  );
}

export function showMemberWallets(member) {
  const rows = companyData()
    .wallets.filter((wallet) => wallet.member === member)
    .map((wallet) =>
      drawLine(
        `/wallets/${wallet.id}`,
        walletName(wallet.kind),
        wallet.reserved
          ? say(`в резерве ${money(wallet.reserved)}`, `${money(wallet.reserved)} reserved`)
          : '',
        null,
        money(wallet.balance),
      ),
    );
  return buildCard(
    { title: say('Кошельки', 'Wallets'), article: 301 },
    drawList(rows, say('Кошельков пока нет.', 'No wallets yet.')),
  );
}

function drawLine(route, title, about, badge, amount) {
  return h(
    'li',
    { class: 'line' },
    h('a', { href: hrefTo(route), class: 'number' }, title),
    h('span', { class: 'line-main soft' }, about),
    badge,
    h('span', { class: 'number' }, amount),
  );
}

function drawList(rows, empty) {
  return rows.length ? h('ul', null, rows) : h('p', { class: 'soft' }, empty);
}
