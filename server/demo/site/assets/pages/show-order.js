import { goTo, hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { askDialog } from '../parts/ask-dialog.js';
import { buildButton, buildCard, buildFacts, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf, nameStatus } from '../texts/name-status.js';
import { money, points } from '../texts/name-things.js';
import { formatDay, pick, say } from '../texts/say.js';

const nextStatus = { new: 'paid', paid: 'packed', packed: 'ready', ready: 'done' };

export function showOrder({ number }) {
  const order = companyData().orders.find((one) => String(one.number) === number);
  if (!order) return null;
  const title = say(`Заказ № ${number}`, `Order ${number}`);
  return buildPage(
    {
      title,
      article: 502,
      badge: badgeOf('order', order.status),
      back: { route: '/orders', title: say('Заказы', 'Orders') },
      entity: { type: 'order', id: number, name: title },
      actions: listActions(order),
    },
    buildCard(
      { title: say('Кто и где', 'Who and where'), article: 505 },
      buildFacts([
        [
          say('Участник', 'Member'),
          h('a', { href: hrefTo(`/members/${order.member.number}`) }, pick(order.member.name)),
        ],
        [
          say('Точка', 'Point'),
          h('a', { href: hrefTo(`/points-of-sale/${order.point.code}`) }, pick(order.point.name)),
        ],
        [say('Дата', 'Date'), formatDay(order.day)],
        [say('Объём', 'Volume'), points(order.volume)],
        [say('Сумма', 'Total'), money(order.total)],
      ]),
    ),
    drawLines(order),
  );
}

function drawLines(order) {
  return showTable({
    key: 'order-lines',
    title: say('Состав заказа', 'Contents'),
    rows: order.lines,
    columns: [
      { id: 'product', title: say('Товар', 'Product'), head: true, value: (line) => pick(line.product) },
      { id: 'count', title: say('Кол-во', 'Qty'), number: true, value: (line) => line.count },
      {
        id: 'price',
        title: say('Цена', 'Price'),
        wide: true,
        number: true,
        value: (line) => line.price,
        cell: (line) => money(line.price),
      },
      {
        id: 'sum',
        title: say('Сумма', 'Sum'),
        number: true,
        value: (line) => line.price * line.count,
        cell: (line) => money(line.price * line.count),
      },
    ],
  });
}

function listActions(order) {
  const next = nextStatus[order.status];
  if (!next) return [];
  const advance = buildButton(
    say(`Отметить: ${nameStatus('order', next)}`, `Mark: ${nameStatus('order', next)}`),
    () => move(order, next),
    { main: true },
  );
  const cancel = buildButton(say('Отменить', 'Cancel order'), async () => {
    const isSure = await askDialog({
      title: say('Отменить заказ?', 'Cancel the order?'),
      text: say(
        'Товар вернётся в остатки, деньги — в кошелёк.',
        'Goods go back to stock, the money to the wallet.',
      ),
      confirm: say('Отменить заказ', 'Cancel the order'),
    });
    if (isSure) move(order, 'cancelled');
  });
  return [advance, cancel];
}

function move(order, status) {
  order.status = status;
  goTo(`/orders/${order.number}`);
  sayToast(say(`Статус: ${nameStatus('order', status)}`, `Status: ${nameStatus('order', status)}`));
}
