import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildPage } from '../parts/build-page.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf } from '../texts/name-status.js';
import { money } from '../texts/name-things.js';
import { formatMonth, say } from '../texts/say.js';

export function showBonuses() {
  const title = say('Расчётные периоды', 'Calculation periods');
  return buildPage(
    { title, article: 401, lead: say('Периоды закрываются по порядку.', 'Periods are closed in order.') },
    showTable({
      key: 'periods',
      title,
      rows: companyData().periods,
      sort: { id: 'month', down: true },
      columns: [
        {
          id: 'month',
          title: say('Период', 'Period'),
          head: true,
          value: (one) => one.month,
          cell: (one) => h('a', { href: hrefTo(`/bonuses/${one.month}`) }, formatMonth(one.month)),
        },
        {
          id: 'state',
          title: say('Состояние', 'State'),
          value: (one) => one.state,
          cell: (one) => badgeOf('period', one.state),
        },
        {
          id: 'turnover',
          title: say('Оборот', 'Turnover'),
          wide: true,
          number: true,
          value: (one) => one.turnover,
          cell: (one) => money(one.turnover),
        },
        {
          id: 'bonus',
          title: say('Бонусы', 'Bonuses'),
          number: true,
          value: sumBonuses,
          cell: (one) => (one.isCalculated ? money(sumBonuses(one)) : '—'),
        },
      ],
    }),
  );
}

export function sumBonuses(period) {
  return period.isCalculated ? period.shares.reduce((sum, share) => sum + share.amount, 0) : 0;
}
