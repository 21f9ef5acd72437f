import { hrefTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildPage } from '../parts/build-page.js';
import { showTable } from '../parts/show-table.js';
import { money, walletName } from '../texts/name-things.js';
import { pick, say } from '../texts/say.js';

export function showWallets() {
  const title = say('Кошельки', 'Wallets');
  return buildPage(
    { title, article: 301 },
    showTable({
      key: 'wallets',
      title,
      rows: companyData().wallets,
      sort: { id: 'balance', down: true },
      find: ({ member }) => `${member.number} ${member.name.ru} ${member.name.en}`,
      hint: say('Номер или имя участника', 'Member’s number or name'),
      filters: [
        {
          id: 'kind',
          title: say('Все кошельки', 'All wallets'),
          options: ['main', 'bonus'].map((value) => ({ value, title: walletName(value) })),
          test: (wallet, value) => wallet.kind === value,
        },
        {
          id: 'reserved',
          title: say('С резервом и без', 'With or without a reserve'),
          options: [{ value: 'yes', title: say('Есть резерв', 'Has a reserve') }],
          test: (wallet) => wallet.reserved > 0,
        },
      ],
      columns: listColumns(),
    }),
  );
}

function listColumns() {
  return [
    {
      id: 'member',
      title: say('Участник', 'Member'),
      head: true,
      value: (wallet) => pick(wallet.member.name),
      cell: (wallet) => [
        h('a', { href: hrefTo(`/wallets/${wallet.id}`) }, pick(wallet.member.name)),
        h('span', { class: 'cell-sub' }, String(wallet.member.number)),
      ],
    },
    { id: 'kind', title: say('Кошелёк', 'Wallet'), value: (wallet) => walletName(wallet.kind) },
    {
      id: 'reserved',
      title: say('В резерве', 'Reserved'),
      wide: true,
      number: true,
      value: (wallet) => wallet.reserved,
      cell: (wallet) => money(wallet.reserved),
    },
    {
      id: 'balance',
      title: say('Баланс', 'Balance'),
      number: true,
      value: (wallet) => wallet.balance,
      cell: (wallet) => money(wallet.balance),
    },
  ];
}
