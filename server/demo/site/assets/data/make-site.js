/** Pages, menu, roles and connections: the same start for every company. */
export function makeSite() {
  return { pages: makePages(), menu: makeMenu(), ...makeAccess(), ...makeConnections() };
}

function makePages() {
  const page = (id, ru, en, state, day) => ({
    id,
    title: { ru, en },
    state,
    day,
    blocks: [
      { type: 'heading', text: { ru, en } },
      {
        type: 'text',
        text: {
          ru: 'Здравствуйте. Здесь собрано главное о работе с компанией.',
          en: 'Welcome. Here is what matters most about working with the company.',
        },
      },
      { type: 'button', text: { ru: 'Перейти в магазин', en: 'Go to the shop' } },
    ],
  });
  return [
    page('home', 'Главная', 'Home', 'published', '2026-11-12'),
    page('start', 'С чего начать', 'Getting started', 'changed', '2026-11-18'),
    page('plan', 'Маркетинг-план', 'Compensation plan', 'published', '2026-09-03'),
    page('delivery', 'Доставка и оплата', 'Delivery and payment', 'published', '2026-10-21'),
    page('winter', 'Зимняя акция', 'Winter offer', 'planned', '2026-11-19'),
    page('contacts', 'Контакты', 'Contacts', 'published', '2026-06-30'),
    page('school', 'Школа лидеров', 'Leaders’ school', 'draft', '2026-11-05'),
  ];
}

function makeMenu() {
  const item = (id, ru, en, isShown = true) => ({ id, title: { ru, en }, isShown });
  return [
    item('home', 'Главная', 'Home'),
    item('structure', 'Моя структура', 'My structure'),
    item('shop', 'Магазин', 'Shop'),
    item('orders', 'Мои заказы', 'My orders'),
    item('wallet', 'Кошелёк', 'Wallet'),
    item('documents', 'Документы', 'Documents', false),
    item('profile', 'Профиль', 'Profile'),
  ];
}

function makeAccess() {
  const rights = {
    operator: 'cv....',
    accountant: '..vcv.',
    chief: 'v.ccc.',
    content: 'v.....',
    point: 'vc....',
    admin: 'cccccc',
  };
  const sections = ['members', 'orders', 'wallets', 'payouts', 'reports', 'roles'];
  const roles = Object.entries(rights).map(([id, marks]) => ({
    id,
    rights: new Set(sections.flatMap((section, index) => grant(section, marks[index]))),
  }));
  const employee = (name, latinName, role, isManager, email) => ({
    name: { ru: name, en: latinName },
    role,
    isManager,
    email,
  });
  return {
    sections,
    roles,
    employees: [
      employee('Олег Самарин', 'Oleg Samarin', 'admin', true, 'samarin@office.example'),
      employee('Ирина Белова', 'Irina Belova', 'operator', false, 'belova@office.example'),
      employee('Жанна Крылова', 'Zhanna Krylova', 'chief', true, 'krylova@office.example'),
      employee('Антон Ремизов', 'Anton Remizov', 'accountant', false, 'remizov@office.example'),
      employee('Софья Ландау', 'Sofia Landau', 'content', false, 'landau@office.example'),
      employee('Булат Хасанов', 'Bulat Khasanov', 'point', false, 'khasanov@office.example'),
    ],
  };
}

function grant(section, mark) {
  if (mark === '.') return [];
  return mark === 'v' ? [`${section}.view`] : [`${section}.view`, `${section}.change`];
}

function makeConnections() {
  return {
    connections: [
      { id: 'payments', isOn: true },
      { id: 'delivery', isOn: true },
      { id: 'mail', isOn: true },
      { id: 'analytics', isOn: false },
      { id: 'accounting', isOn: false },
    ],
    keys: [
      { name: { ru: 'Интернет-магазин, заказы', en: 'Web shop, orders' }, tail: '7f2c', day: '2026-11-19' },
      { name: { ru: 'Выгрузка в учёт', en: 'Export to accounting' }, tail: 'a91e', day: '2026-11-02' },
    ],
    webhooks: [{ url: 'https://shop.example/hooks/mlm', event: 'order.paid', isOn: true }],
  };
}
