import { recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildButton, buildCard, buildPage } from '../parts/build-page.js';
import { saveCsv } from '../parts/save-csv.js';
import { showForm } from '../parts/show-form.js';
import { showLive } from '../parts/show-live.js';
import { showTable } from '../parts/show-table.js';
import { bonusName, money, rankName } from '../texts/name-things.js';
import { formatMonth, pick, say } from '../texts/say.js';

export function showReports() {
  const state = recall('reports', () => ({ kind: 'bonuses', month: '2026-10', built: '' }));
  return buildPage(
    { title: say('Отчёты', 'Reports'), article: 405 },
    showLive((redraw) => [drawChoice(state, redraw), state.built && drawReport(state.built)], {
      class: 'stack',
    }),
  );
}

function drawChoice(state, redraw) {
  const { periods } = companyData();
  return buildCard(
    { title: say('Новый отчёт', 'New report'), article: 405 },
    showForm({
      draft: state,
      submit: say('Построить', 'Build'),
      run: () => {
        state.built = { kind: state.kind, month: state.month };
        redraw();
        document.querySelector('.report-title')?.focus();
      },
      fields: [
        {
          name: 'kind',
          type: 'select',
          title: say('Отчёт', 'Report'),
          options: Object.keys(reports).map((value) => ({ value, title: reports[value].title() })),
        },
        {
          name: 'month',
          type: 'select',
          title: say('Период', 'Period'),
          options: periods.map(({ month }) => ({ value: month, title: formatMonth(month) })),
        },
      ],
    }),
  );
}

function drawReport({ kind, month }) {
  const report = reports[kind];
  const title = `${report.title()}, ${formatMonth(month)}`;
  const rows = report.rows(month);
  const columns = report.columns();
  const save = () =>
    saveCsv(`${kind}-${month}.csv`, [
      columns.map((column) => column.title),
      ...rows.map((row) => columns.map((column) => column.value(row))),
    ]);
  return h(
    'section',
    null,
    h(
      'div',
      { class: 'card-head' },
      h('h2', { class: 'report-title', tabindex: -1 }, title),
      h('div', { class: 'card-extra' }, buildButton(say('Выгрузить CSV', 'Export CSV'), save)),
    ),
    showTable({
      key: `report/${kind}`,
      title,
      rows,
      columns,
      size: 10,
      empty: say('За этот период данных нет.', 'No data for this period.'),
    }),
  );
}

const reports = {
  bonuses: {
    title: () => say('Бонусы по видам', 'Bonuses by kind'),
    rows: (month) => companyData().periods.find((period) => period.month === month).shares,
    columns: () => [
      { id: 'type', title: say('Вид', 'Kind'), head: true, value: (row) => bonusName(row.type) },
      { id: 'people', title: say('Получатели', 'Payees'), number: true, value: (row) => row.people },
      {
        id: 'amount',
        title: say('Сумма', 'Amount'),
        number: true,
        value: (row) => row.amount,
        cell: (row) => money(row.amount),
      },
    ],
  },
  enrolments: {
    title: () => say('Регистрации', 'Enrolments'),
    rows: (month) => companyData().members.filter((member) => member.joined.startsWith(month)),
    columns: () => [
      { id: 'name', title: say('Имя', 'Name'), head: true, value: (row) => pick(row.name) },
      { id: 'number', title: say('Номер', 'Number'), number: true, value: (row) => row.number },
      { id: 'city', title: say('Город', 'City'), wide: true, value: (row) => pick(row.city) },
      { id: 'rank', title: say('Ранг', 'Rank'), value: (row) => row.rank, cell: (row) => rankName(row.rank) },
    ],
  },
  sales: {
    title: () => say('Продажи по точкам', 'Sales by point'),
    rows: sumSales,
    columns: () => [
      { id: 'name', title: say('Точка', 'Point'), head: true, value: (row) => pick(row.point.name) },
      { id: 'orders', title: say('Заказы', 'Orders'), number: true, value: (row) => row.orders },
      {
        id: 'total',
        title: say('Сумма', 'Sum'),
        number: true,
        value: (row) => row.total,
        cell: (row) => money(row.total),
      },
    ],
  },
};

function sumSales(month) {
  const { points, orders } = companyData();
  return points
    .map((point) => {
      const own = orders.filter((order) => order.point === point && order.day.startsWith(month));
      return { point, orders: own.length, total: own.reduce((sum, order) => sum + order.total, 0) };
    })
    .filter((row) => row.orders > 0);
}
