import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { askDialog } from '../parts/ask-dialog.js';
import { buildButton, buildPage } from '../parts/build-page.js';
import { saveCsv } from '../parts/save-csv.js';
import { sayToast } from '../parts/say-toast.js';
import { showLive } from '../parts/show-live.js';
import { showTable } from '../parts/show-table.js';
import { showTabs } from '../parts/show-tabs.js';
import { badgeOf } from '../texts/name-status.js';
import { money } from '../texts/name-things.js';
import { count, formatDay, pick, say } from '../texts/say.js';

export function showPayouts() {
  const { payouts } = companyData();
  const groups = [
    ['new', say('Новые', 'New'), ['new', 'second']],
    ['approved', say('Одобренные', 'Approved'), ['approved']],
    ['processing', say('В обработке', 'In process'), ['processing']],
    ['done', say('Завершённые', 'Finished'), ['paid', 'returned', 'rejected']],
  ];
  return buildPage(
    { title: say('Выплаты', 'Payouts'), article: 302 },
    showTabs({
      key: 'payouts',
      label: say('Состояние заявок', 'State of requests'),
      tabs: groups.map(([id, title, states]) => ({
        id,
        title,
        show: () => showGroup(id, title, states, payouts),
      })),
    }),
  );
}

function showGroup(id, title, states, payouts) {
  const picked = new Set();
  return showLive((redraw) => {
    const rows = payouts.filter((payout) => states.includes(payout.status));
    const bar =
      id !== 'done' && showLive(() => drawActions(id, rows, picked, redraw), { class: 'table-tools' });
    const drawBar = () => bar.replaceChildren(...drawActions(id, rows, picked, redraw));
    return [bar, drawTable(id, title, rows, picked, drawBar)];
  });
}

function drawTable(id, title, rows, picked, onpick) {
  return showTable({
    key: `payouts/${id}`,
    title,
    rows,
    sort: { id: 'id', down: true },
    empty: say('В этой группе заявок нет.', 'No requests in this group.'),
    id: (payout) => payout.id,
    name: (payout) => `№ ${payout.id}`,
    ...(id === 'done' ? {} : { picked, onpick }),
    columns: [
      {
        id: 'id',
        title: say('Заявка', 'Request'),
        head: true,
        value: (one) => one.id,
        cell: (one) => [`№ ${one.id}`, h('span', { class: 'cell-sub' }, formatDay(one.day))],
      },
      {
        id: 'member',
        title: say('Участник', 'Member'),
        value: (one) => pick(one.member.name),
        cell: (one) => h('a', { href: hrefTo(`/members/${one.member.number}`) }, pick(one.member.name)),
      },
      { id: 'card', title: say('Карта', 'Card'), wide: true, value: (one) => one.card },
      {
        id: 'status',
        title: say('Статус', 'Status'),
        wide: true,
        value: (one) => one.status,
        cell: (one) => drawStatus(one),
      },
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

function drawStatus({ status, remark, reason }) {
  const badge = remark ? badgeOf('remark', remark) : badgeOf('payout', status);
  return reason ? [badge, h('span', { class: 'cell-sub' }, reason)] : badge;
}

function drawActions(id, rows, picked, redraw) {
  const chosen = rows.filter((payout) => picked.has(payout.id));
  const none = chosen.length === 0;
  const move = (status) => {
    for (const payout of chosen) Object.assign(payout, { status, remark: '' });
    picked.clear();
    redraw();
    sayToast(
      count(
        chosen.length,
        ['заявка изменена', 'заявки изменены', 'заявок изменено'],
        ['request is changed', 'requests are changed'],
      ),
    );
  };
  const total = chosen.reduce((sum, payout) => sum + payout.amount, 0);
  const buttons = {
    new: () => [
      buildButton(say('Одобрить', 'Approve'), () => move('approved'), { main: true, disabled: none }),
      buildButton(say('Отклонить', 'Decline'), () => decline(chosen, move), { disabled: none }),
    ],
    approved: () => [
      buildButton(say('Сформировать реестр', 'Make a register'), () => makeRegister(chosen, move), {
        main: true,
        disabled: none,
      }),
    ],
    processing: () => [
      buildButton(say('Отметить оплаченным', 'Mark as paid'), () => move('paid'), {
        main: true,
        disabled: none,
      }),
      buildButton(say('Возвращены банком', 'Returned by the bank'), () => move('returned'), {
        disabled: none,
      }),
    ],
  }[id]();
  const text = none
    ? say('Отметьте заявки', 'Select requests')
    : say(`Отмечено ${chosen.length} на ${money(total)}`, `${chosen.length} selected, ${money(total)}`);
  return [...buttons, h('span', { class: 'tools-text soft', role: 'status' }, text)];
}

async function decline(chosen, move) {
  const reason = await askDialog({
    title: say('Отклонить заявки?', 'Decline the requests?'),
    text: say('Деньги вернутся в кошелёк.', 'The money goes back to the wallet.'),
    confirm: say('Отклонить', 'Decline'),
    field: { title: say('Причина, её увидит участник', 'Reason, the member will see it') },
  });
  if (!reason) return;
  for (const payout of chosen) payout.reason = reason;
  move('rejected');
}

function makeRegister(chosen, move) {
  const head = [
    say('Заявка', 'Request'),
    say('Получатель', 'Payee'),
    say('Карта', 'Card'),
    say('Сумма', 'Amount'),
  ];
  saveCsv('register.csv', [
    head,
    ...chosen.map((one) => [one.id, pick(one.member.name), one.card, one.amount]),
  ]);
  move('processing');
}
