import { goTo } from '../app/follow-routes.js';
import { recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { daysAgo } from '../data/roll-dice.js';
import { h } from '../dom/build-element.js';
import { buildButton, buildCard, buildPage } from '../parts/build-page.js';
import { saveCsv } from '../parts/save-csv.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showTable } from '../parts/show-table.js';
import { money, operationName, walletName } from '../texts/name-things.js';
import { formatDay, pick, say } from '../texts/say.js';

export function showWallet({ id }) {
  const wallet = companyData().wallets.find((one) => one.id === id);
  if (!wallet) return null;
  const owner = pick(wallet.member.name);
  const name = say(
    `${walletName(wallet.kind)} кошелёк, ${owner}`,
    `${walletName(wallet.kind)} wallet, ${owner}`,
  );
  return buildPage(
    {
      title: name,
      article: 301,
      back: { route: '/wallets', title: say('Кошельки', 'Wallets') },
      entity: { type: 'wallet', id: wallet.id, name },
    },
    drawSums(wallet),
    drawOperations(wallet),
    drawCorrection(wallet),
  );
}

function drawSums({ balance, reserved }) {
  const sums = [
    [say('Баланс', 'Balance'), balance],
    [say('В резерве', 'Reserved'), reserved],
    [say('Доступно', 'Available'), balance - reserved],
  ];
  return h(
    'ul',
    { class: 'figures' },
    sums.map(([title, sum]) =>
      h('li', { class: 'figure' }, h('span', { class: 'soft' }, title), h('b', null, money(sum))),
    ),
  );
}

function drawOperations(wallet) {
  const title = say('Операции', 'Operations');
  return showTable({
    key: 'operations',
    title,
    rows: wallet.operations,
    size: 10,
    sort: { id: 'day', down: true },
    filters: [
      {
        id: 'type',
        title: say('Все операции', 'All operations'),
        options: ['bonus', 'order', 'payout', 'correction'].map((value) => ({
          value,
          title: operationName(value),
        })),
        test: (operation, value) => operation.type === value,
      },
    ],
    tools: [buildButton(say('Выгрузить', 'Export'), () => exportOperations(wallet))],
    columns: [
      {
        id: 'day',
        title: say('Дата', 'Date'),
        head: true,
        value: (one) => one.day,
        cell: (one) => formatDay(one.day),
      },
      { id: 'type', title: say('Операция', 'Operation'), value: (one) => operationName(one.type) },
      {
        id: 'amount',
        title: say('Сумма', 'Amount'),
        number: true,
        value: (one) => one.amount,
        cell: (one) => money(one.amount),
      },
      {
        id: 'balance',
        title: say('Остаток', 'Balance'),
        wide: true,
        number: true,
        value: (one) => one.balance,
        cell: (one) => money(one.balance),
      },
    ],
  });
}

function exportOperations({ id, operations }) {
  const head = [
    say('Дата', 'Date'),
    say('Операция', 'Operation'),
    say('Сумма', 'Amount'),
    say('Остаток', 'Balance'),
  ];
  saveCsv(`wallet-${id}.csv`, [
    head,
    ...operations.map((one) => [one.day, operationName(one.type), one.amount, one.balance]),
  ]);
}

function drawCorrection(wallet) {
  const draft = recall(`correction/${wallet.id}`, () => ({ direction: 'plus', amount: '', reason: '' }));
  return buildCard(
    { title: say('Ручная корректировка', 'Manual correction'), article: 304 },
    showForm({
      draft,
      submit: say('Провести', 'Post'),
      run: () => correct(wallet, draft),
      fields: [
        {
          name: 'direction',
          type: 'select',
          title: say('Направление', 'Direction'),
          options: [
            { value: 'plus', title: say('Зачислить', 'Add') },
            { value: 'minus', title: say('Списать', 'Take off') },
          ],
        },
        {
          name: 'amount',
          type: 'number',
          min: 1,
          required: true,
          title: say('Сумма', 'Amount'),
          check: (value) => checkCorrection(wallet, draft, Number(value)),
        },
        {
          name: 'reason',
          type: 'text',
          required: true,
          wide: true,
          title: say('Причина', 'Reason'),
          hint: say('Останется в журнале', 'Stays in the log'),
        },
      ],
    }),
  );
}

function checkCorrection({ balance, reserved }, { direction }, amount) {
  if (!(amount > 0)) return say('Сумма больше нуля', 'An amount above zero');
  return direction === 'minus' && amount > balance - reserved
    ? say(`Доступно только ${money(balance - reserved)}`, `Only ${money(balance - reserved)} is available`)
    : '';
}

function correct(wallet, draft) {
  const amount = Math.round(Number(draft.amount)) * (draft.direction === 'minus' ? -1 : 1);
  wallet.balance += amount;
  wallet.operations.push({ day: daysAgo(0), type: 'correction', amount, balance: wallet.balance });
  Object.assign(draft, { amount: '', reason: '' });
  goTo(`/wallets/${wallet.id}`);
  sayToast(say('Корректировка проведена', 'The correction is posted'));
}
