import { goTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { askDialog } from '../parts/ask-dialog.js';
import { buildButton, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf } from '../texts/name-status.js';
import { bonusName, money } from '../texts/name-things.js';
import { formatMonth, formatNumber, say } from '../texts/say.js';
import { sumBonuses } from './show-bonuses.js';

export function showPeriod({ month }) {
  const { periods } = companyData();
  const period = periods.find((one) => one.month === month);
  if (!period) return null;
  const title = formatMonth(month);
  return buildPage(
    {
      title,
      article: 401,
      badge: badgeOf('period', period.state),
      back: { route: '/bonuses', title: say('Расчётные периоды', 'Calculation periods') },
      entity: { type: 'period', id: month, name: title },
      actions: listActions(period, periods),
    },
    h(
      'ul',
      { class: 'figures' },
      listFigures(period).map(([name, value]) =>
        h('li', { class: 'figure' }, h('span', { class: 'soft' }, name), h('b', null, value)),
      ),
    ),
    period.isCalculated
      ? drawShares(period)
      : h(
          'p',
          { class: 'card empty' },
          say(
            'Бонусы ещё не посчитаны. Сделайте предварительный расчёт.',
            'Bonuses are not calculated yet. Run a preliminary calculation.',
          ),
        ),
  );
}

function listFigures(period) {
  const people = period.isCalculated ? Math.max(...period.shares.map((share) => share.people)) : 0;
  return [
    [say('Оборот', 'Turnover'), money(period.turnover)],
    [say('Бонусы', 'Bonuses'), period.isCalculated ? money(sumBonuses(period)) : '—'],
    [say('Получатели', 'Payees'), period.isCalculated ? formatNumber(people) : '—'],
  ];
}

function drawShares(period) {
  return showTable({
    key: 'shares',
    title: say('Бонусы по видам', 'Bonuses by kind'),
    rows: period.shares,
    sort: { id: 'amount', down: true },
    columns: [
      { id: 'type', title: say('Вид бонуса', 'Kind'), head: true, value: (one) => bonusName(one.type) },
      { id: 'people', title: say('Получатели', 'Payees'), number: true, value: (one) => one.people },
      {
        id: 'amount',
        title: say('Сумма', 'Amount'),
        number: true,
        value: (one) => one.amount,
        cell: (one) => money(one.amount),
      },
    ],
  });
}

function listActions(period, periods) {
  if (period.state === 'closed') return [];
  const calculate = buildButton(say('Предварительный расчёт', 'Preliminary calculation'), () => {
    period.isCalculated = true;
    show(period, say('Расчёт готов', 'The calculation is ready'));
  });
  const close = buildButton(say('Закрыть период', 'Close the period'), () => closePeriod(period, periods), {
    main: true,
    disabled: !period.isCalculated,
  });
  return [calculate, close];
}

async function closePeriod(period, periods) {
  const earlier = periods[periods.indexOf(period) + 1];
  if (earlier && earlier.state !== 'closed') {
    return sayToast(say('Предыдущий период не закрыт', 'The previous period is not closed'));
  }
  const isSure = await askDialog({
    title: say('Закрыть период?', 'Close the period?'),
    text: say(
      'Бонусы поступят в кошельки, заказы периода изменить будет нельзя.',
      'Bonuses go to the wallets, and the period’s orders can no longer be changed.',
    ),
    confirm: say('Закрыть период', 'Close the period'),
  });
  if (!isSure) return;
  period.state = 'closed';
  show(period, say('Период закрыт', 'The period is closed'));
}

function show(period, text) {
  goTo(`/bonuses/${period.month}`);
  sayToast(text);
}
