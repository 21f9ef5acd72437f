import type { PastConversation } from './past-conversation';
import { demoPeople } from './people';

const { start, business, network, enterprise } = demoPeople;
const DAY = 24 * 60;

const page = (route: string, title: string) => ({ url: `https://office.example${route}`, title, route });

/** What the first ones leave out: each status, channel and priority, what is about to be late and what is, and how it was rated. */
export const moreConversations: readonly PastConversation[] = [
  {
    from: {
      sub: 'severnoe-siyanie-121',
      name: 'Роман Чистяков',
      email: 'r.chistyakov@severnoe-siyanie.example',
      company: enterprise.company,
    },
    begins: { left: 12 },
    page: page('/orders', 'Заказы'),
    report: {
      type: 'problem',
      doing: 'Заказы → «Оплатить картой» под участником 20817.',
      expected: 'Откроется страница банка.',
      got: 'Белый экран; так у всех участников с утра.',
    },
    turns: [
      { by: 'requester', after: 0, say: 'Участники не могут оплатить заказы картой.' },
      { by: 'agent', after: 2, take: 'vera' },
      { by: 'agent', after: 0, patch: { priority: 'urgent' } },
      { by: 'agent', after: 1, note: 'Затронуты все заказы компании. Разработка предупреждена.' },
    ],
  },
  {
    from: {
      sub: 'altyn-dala-15',
      name: 'Гульнара Сейтжанова',
      email: 'g.seitzhanova@altyn-dala.example',
      company: network.company,
    },
    begins: { left: -25 },
    channel: 'portal',
    page: page('/payouts', 'Выплаты'),
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Три выплаты лидерам висят в статусе «Отправлена» со вчерашнего дня. Банк говорит, что ничего не получал.',
      },
    ],
  },
  {
    from: {
      sub: 'vita-plus-52',
      name: 'Тамара Лукина',
      email: 't.lukina@vita-plus.example',
      company: business.company,
    },
    begins: { left: 20 },
    channel: 'email',
    subject: 'Не совпадает остаток на точке продаж',
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Добрый день. После инвентаризации на точке «Казань-2» остаток по артикулу 1044 на 6 больше, чем в отчёте. Какой цифре верить?',
      },
    ],
  },
  {
    from: {
      sub: 'altyn-dala-12',
      name: 'Daniyar Omarov',
      email: 'd.omarov@altyn-dala.example',
      company: network.company,
    },
    begins: { minutesAgo: 3 * DAY },
    locale: 'en',
    page: page('/points', 'Точки продаж'),
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Can stock levels of the Almaty warehouse be loaded from a file every night?',
      },
      { by: 'agent', after: 25, take: 'mikhail' },
      {
        by: 'agent',
        after: 4,
        say: 'Hello. Not yet: it is planned. I will write as soon as it can be tried.',
      },
      { by: 'agent', after: 0, patch: { type: 'question', status: 'on_hold' } },
    ],
  },
  {
    from: {
      sub: 'vita-plus-44',
      name: 'Галина Рябова',
      email: 'g.ryabova@vita-plus.example',
      company: business.company,
    },
    begins: { minutesAgo: 9 * DAY },
    channel: 'portal',
    turns: [
      { by: 'requester', after: 0, say: 'Как перенести участника под другого спонсора до закрытия периода?' },
      { by: 'agent', after: 35, take: 'anna' },
      {
        by: 'agent',
        after: 5,
        say: 'Здравствуйте. Карточка участника → «Структура» → «Сменить спонсора»; до закрытия периода объёмы пересчитаются сами.',
      },
      { by: 'agent', after: 0, patch: { type: 'question', status: 'solved' } },
      { by: 'requester', after: 50, rate: 'good', comment: 'Быстро, и сразу то, что нужно.' },
      { by: 'agent', after: DAY, patch: { status: 'closed' } },
    ],
  },
  {
    from: {
      sub: 'roskar-15',
      name: 'Виктор Ланской',
      email: 'v.lanskoy@roskar.example',
      company: start.company,
    },
    begins: { minutesAgo: DAY + 120 },
    page: page('/page-builder', 'Страницы'),
    report: {
      type: 'task',
      what: 'Добавить раздел «Новогодние наборы» в каталог.',
      where: 'Онлайн-офис, главная страница каталога.',
      by: '10 декабря',
      materials: 'Описания и фотографии пришлём отдельным письмом.',
    },
    turns: [
      { by: 'requester', after: 0, say: 'Новый раздел каталога к праздникам.' },
      { by: 'agent', after: 60, take: 'mikhail' },
      {
        by: 'agent',
        after: 5,
        say: 'Здравствуйте. Принято. Пришлите, пожалуйста, описания и фотографии до 4 декабря.',
      },
      { by: 'agent', after: 0, patch: { status: 'pending' } },
    ],
  },
  {
    from: {
      sub: 'vita-plus-47',
      name: 'Роза Ахметова',
      email: 'r.akhmetova@vita-plus.example',
      company: business.company,
    },
    begins: { minutesAgo: DAY },
    page: page('/roles', 'Роли'),
    report: {
      type: 'task',
      what: 'Роль «Кассир»: видит заказы своей точки и не видит кошельки.',
      where: 'Точки «Казань-1» и «Казань-2».',
      by: 'до понедельника',
    },
    turns: [
      { by: 'requester', after: 0, say: 'Нужна роль для кассиров двух точек.' },
      { by: 'agent', after: 30, take: 'anna' },
      {
        by: 'agent',
        after: 90,
        say: 'Здравствуйте. Роль «Кассир» создана и назначена четверым сотрудникам. Проверьте, пожалуйста, под одним из них.',
      },
      { by: 'agent', after: 0, patch: { status: 'solved' } },
    ],
  },
  {
    from: {
      sub: 'severnoe-siyanie-130',
      name: 'Лидия Носова',
      email: 'l.nosova@severnoe-siyanie.example',
      company: enterprise.company,
    },
    begins: { minutesAgo: 2 * DAY + 300 },
    page: page('/reports', 'Отчёты'),
    turns: [
      { by: 'requester', after: 0, say: 'Отчёт по бонусам за октябрь открывается пустым.' },
      { by: 'agent', after: 70, take: 'vera' },
      { by: 'agent', after: 0, patch: { type: 'problem' } },
      {
        by: 'agent',
        after: 5,
        say: 'Здравствуйте. В отчёте был выбран незакрытый период. Выберите октябрь вверху страницы.',
      },
      { by: 'agent', after: 0, patch: { status: 'solved' } },
      { by: 'requester', after: 40, rate: 'bad', comment: 'Ответ верный, но ждали больше часа.' },
    ],
  },
  {
    key: 'password',
    from: {
      sub: 'roskar-19',
      name: 'Алла Гущина',
      email: 'a.gushchina@roskar.example',
      company: start.company,
    },
    begins: { minutesAgo: 20 * DAY },
    page: page('/members', 'Участники'),
    turns: [
      { by: 'requester', after: 0, say: 'Участник не может войти в онлайн-офис после смены телефона.' },
      { by: 'agent', after: 80, take: 'mikhail' },
      {
        by: 'agent',
        after: 6,
        say: 'Здравствуйте. Отключите подтверждение входа в карточке участника: при следующем входе он привяжет новый телефон.',
      },
      { by: 'agent', after: 0, patch: { type: 'question', status: 'solved' } },
    ],
  },
  {
    key: 'bonus again',
    from: {
      sub: 'altyn-dala-9',
      name: 'Ерлан Касымов',
      email: 'e.kassymov@altyn-dala.example',
      company: network.company,
    },
    begins: { minutesAgo: 15 },
    channel: 'email',
    subject: 'Бонус за ранг: ещё один лидер',
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Нашли третьего лидера без бонуса за ранг: участник 31187, тот же период.',
      },
    ],
  },
  {
    from: {
      sub: 'vita-plus-31',
      name: 'Светлана Юдина',
      email: 's.yudina@vita-plus.example',
      company: business.company,
    },
    begins: { minutesAgo: 4 * DAY },
    page: page('/page-builder', 'Страницы'),
    turns: [
      { by: 'requester', after: 0, say: 'На странице «О компании» в онлайн-офисе опечатка в заголовке.' },
      { by: 'agent', after: 55, take: 'anna' },
      { by: 'agent', after: 0, patch: { type: 'problem', priority: 'low' } },
      {
        by: 'agent',
        after: 3,
        say: 'Здравствуйте. Спасибо, поправим вместе с другими текстами на этой неделе.',
      },
    ],
  },
];
