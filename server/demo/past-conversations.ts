import type { PastConversation } from './past-conversation';
import { demoPeople } from './people';

const { start, business, network, enterprise } = demoPeople;
const DAY = 24 * 60;

const page = (route: string, title: string) => ({ url: `https://office.example${route}`, title, route });

export const pastConversations: readonly PastConversation[] = [
  {
    from: {
      sub: 'roskar-12',
      name: 'Наталья Зуева',
      email: 'n.zueva@roskar.example',
      company: start.company,
    },
    begins: { minutesAgo: 5 * DAY },
    page: page('/members', 'Участники'),
    evidence: { shown: [202, 204], opened: [204], refused: [204] },
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Участник сменил фамилию. Как поправить её в карточке, чтобы не сбились договоры?',
      },
      { by: 'agent', after: 95, take: 'anna' },
      { by: 'agent', after: 1, patch: { type: 'question' } },
      {
        by: 'agent',
        after: 4,
        say: 'Здравствуйте. Откройте карточку участника, вкладка «Документы», кнопка «Сменить данные»: старая фамилия останется в истории, договоры не изменятся. Приложите скан документа, без него изменение не сохранится.',
      },
      { by: 'requester', after: 30, say: 'Получилось, спасибо.' },
      { by: 'agent', after: 10, patch: { status: 'solved' } },
    ],
  },
  {
    key: 'register',
    from: {
      sub: 'vita-plus-31',
      name: 'Светлана Юдина',
      email: 's.yudina@vita-plus.example',
      company: business.company,
    },
    begins: { minutesAgo: 190 },
    page: page('/payouts', 'Выплаты'),
    evidence: { shown: [302, 305, 306], opened: [302, 305], refused: [305] },
    report: {
      type: 'problem',
      doing: 'Выплаты → октябрь → «Сформировать файл».',
      expected: 'Файл реестра скачается, как вчера.',
      got: 'Минуту крутится, потом «Ошибка 500».',
    },
    failed: '500 https://office.example/api/payouts/register?period=…',
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Реестр выплат за октябрь не выгружается.',
      },
      { by: 'agent', after: 40, take: 'anna' },
      { by: 'agent', after: 1, patch: { type: 'problem', priority: 'high' } },
      {
        by: 'agent',
        after: 2,
        note: 'Похоже на тот же сбой выгрузки, что утром у другой компании. Спрошу у разработки.',
      },
      {
        by: 'agent',
        after: 6,
        say: 'Добрый день. Вижу ошибку, уже разбираемся. Подскажите, сколько выплат в этом реестре?',
      },
      { by: 'agent', after: 0, patch: { status: 'pending' } },
      {
        by: 'requester',
        after: 55,
        say: 'В реестре 1 840 строк. Нам нужно отправить его в банк сегодня до 18:00.',
      },
    ],
  },
  {
    key: 'bonus',
    from: {
      sub: 'altyn-dala-9',
      name: 'Ерлан Касымов',
      email: 'e.kassymov@altyn-dala.example',
      company: network.company,
    },
    begins: { minutesAgo: 26 },
    page: page('/bonuses', 'Бонусы'),
    evidence: { shown: [402, 403], opened: [], refused: [402] },
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'После закрытия периода у двух лидеров не начислен бонус за ранг. Где посмотреть, какое условие не выполнено?',
      },
    ],
  },
  {
    from: {
      sub: 'severnoe-siyanie-118',
      name: 'Мария Лаптева',
      email: 'm.lapteva@severnoe-siyanie.example',
      company: enterprise.company,
    },
    begins: { minutesAgo: 2 * DAY },
    page: page('/page-builder', 'Страницы'),
    evidence: { shown: [701], opened: [701], refused: [] },
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Нужно разместить на главной странице онлайн-офиса баннер зимней акции, с 1 по 31 декабря. Макеты готовы.',
      },
      { by: 'agent', after: 20, take: 'anna' },
      { by: 'agent', after: 1, patch: { type: 'task' } },
      {
        by: 'agent',
        after: 5,
        say: 'Здравствуйте. Пришлите, пожалуйста, макеты 1440 × 480 и 720 × 720 и ссылку, куда ведёт баннер.',
      },
      { by: 'agent', after: 0, patch: { status: 'pending' } },
    ],
  },
  {
    key: 'api',
    from: {
      sub: 'vita-plus-40',
      name: 'Денис Орехов',
      email: 'd.orekhov@vita-plus.example',
      company: business.company,
    },
    begins: { minutesAgo: 8 },
    page: page('/integrations', 'Интеграции'),
    evidence: { shown: [901, 905], opened: [905], refused: [905] },
    turns: [
      {
        by: 'requester',
        after: 0,
        say: 'Наш сайт передаёт заказы по API, со вчерашнего дня часть ответов «429». Ограничение на число запросов можно поднять?',
      },
    ],
  },
];
