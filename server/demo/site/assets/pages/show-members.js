import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { buildPage } from '../parts/build-page.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf, listStatuses, nameStatus } from '../texts/name-status.js';
import { points, rankName } from '../texts/name-things.js';
import { formatDay, pick, say } from '../texts/say.js';

export function showMembers() {
  const { members } = companyData();
  const title = say('Участники', 'Members');
  return buildPage(
    {
      title,
      article: 206,
      actions: [
        h(
          'a',
          { class: 'button is-main', href: hrefTo('/enrolment') },
          drawIcon('plus'),
          say('Новый участник', 'New member'),
        ),
      ],
    },
    showTable({
      key: 'members',
      title,
      rows: members,
      columns: listColumns(),
      sort: { id: 'number', down: true },
      find: (member) =>
        `${member.number} ${member.name.ru} ${member.name.en} ${member.email} ${member.phone} ${pick(member.city)}`,
      hint: say('Номер, имя, почта или город', 'Number, name, email or city'),
      filters: [
        {
          id: 'status',
          title: say('Любой статус', 'Any status'),
          options: listStatuses('member'),
          test: (member, value) => member.status === value,
        },
        {
          id: 'rank',
          title: say('Любой ранг', 'Any rank'),
          options: [0, 1, 2, 3, 4].map((rank) => ({ value: String(rank), title: rankName(rank) })),
          test: (member, value) => String(member.rank) === value,
        },
      ],
    }),
  );
}

function listColumns() {
  return [
    {
      id: 'name',
      title: say('Имя', 'Name'),
      head: true,
      value: (member) => pick(member.name),
      cell: (member) => [
        h('a', { href: hrefTo(`/members/${member.number}`) }, pick(member.name)),
        h('span', { class: 'cell-sub only-narrow' }, `${member.number}, ${pick(member.city)}`),
      ],
    },
    {
      id: 'number',
      title: say('Номер', 'Number'),
      wide: true,
      number: true,
      value: (member) => member.number,
    },
    { id: 'city', title: say('Город', 'City'), wide: true, value: (member) => pick(member.city) },
    {
      id: 'rank',
      title: say('Ранг', 'Rank'),
      wide: true,
      value: (member) => member.rank,
      cell: (member) => rankName(member.rank),
    },
    {
      id: 'status',
      title: say('Статус', 'Status'),
      value: (member) => nameStatus('member', member.status),
      cell: (member) => badgeOf('member', member.status),
    },
    {
      id: 'volume',
      title: say('Объём', 'Volume'),
      number: true,
      value: (member) => member.volume,
      cell: (member) => points(member.volume),
    },
    {
      id: 'joined',
      title: say('Регистрация', 'Joined'),
      wide: true,
      number: true,
      value: (member) => member.joined,
      cell: (member) => formatDay(member.joined),
    },
  ];
}
