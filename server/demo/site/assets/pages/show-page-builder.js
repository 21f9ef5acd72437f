import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildPage } from '../parts/build-page.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf, listStatuses } from '../texts/name-status.js';
import { formatDay, pick, say } from '../texts/say.js';

export function showPageBuilder() {
  const title = say('Конструктор страниц', 'Page builder');
  return buildPage(
    { title, article: 701 },
    showTable({
      key: 'pages',
      title,
      rows: companyData().pages,
      find: (page) => `${pick(page.title)} ${page.blocks.map((block) => pick(block.text)).join(' ')}`,
      hint: say('Название или текст страницы', 'Title or text of a page'),
      filters: [
        {
          id: 'state',
          title: say('Любое состояние', 'Any state'),
          options: listStatuses('page'),
          test: (page, value) => page.state === value,
        },
      ],
      columns: [
        {
          id: 'title',
          title: say('Страница', 'Page'),
          head: true,
          value: (one) => pick(one.title),
          cell: (one) => h('a', { href: hrefTo(`/page-builder/${one.id}`) }, pick(one.title)),
        },
        {
          id: 'state',
          title: say('Состояние', 'State'),
          value: (one) => one.state,
          cell: (one) => badgeOf('page', one.state),
        },
        {
          id: 'day',
          title: say('Изменена', 'Changed'),
          wide: true,
          number: true,
          value: (one) => one.day,
          cell: (one) => formatDay(one.day),
        },
      ],
    }),
  );
}
