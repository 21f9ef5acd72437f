import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { linkRequests } from '../support/link-requests.js';
import { say } from '../texts/say.js';
import { hrefTo } from './follow-routes.js';

function listGroups() {
  return [
    ['', [['/dashboard', 'summary', say('Сводка', 'Summary')]]],
    [
      say('Сеть', 'Network'),
      [
        ['/members', 'members', say('Участники', 'Members')],
        ['/enrolment', 'enrolment', say('Регистрация', 'Enrolment')],
        ['/bonuses', 'bonuses', say('Бонусы', 'Bonuses')],
      ],
    ],
    [
      say('Деньги и продажи', 'Money and sales'),
      [
        ['/wallets', 'wallets', say('Кошельки', 'Wallets')],
        ['/payouts', 'payouts', say('Выплаты', 'Payouts')],
        ['/orders', 'orders', say('Заказы', 'Orders')],
        ['/points-of-sale', 'points', say('Точки продаж', 'Points of sale')],
      ],
    ],
    [
      say('Сайт', 'Site'),
      [
        ['/online-office', 'office', say('Онлайн-офис', 'Online office')],
        ['/page-builder', 'pages', say('Конструктор страниц', 'Page builder')],
      ],
    ],
    [
      say('Управление', 'Administration'),
      [
        ['/roles', 'roles', say('Роли и доступ', 'Roles and access')],
        ['/integrations', 'integrations', say('Интеграции', 'Integrations')],
        ['/reports', 'reports', say('Отчёты', 'Reports')],
      ],
    ],
  ];
}

export function drawSide() {
  return h(
    'nav',
    { class: 'side', id: 'side', 'aria-label': say('Разделы', 'Sections') },
    h(
      'a',
      { class: 'brand', href: hrefTo('/dashboard') },
      h('img', { src: '/demo/assets/icon.svg', alt: '', width: 24, height: 24 }),
      say('МЛМ Офис', 'MLM Office'),
    ),
    listGroups().map(([title, links]) =>
      h('div', { class: 'side-group' }, title && h('h2', null, title), h('ul', null, links.map(drawLink))),
    ),
    h(
      'div',
      { class: 'side-group' },
      h('h2', null, say('Поддержка', 'Support')),
      h('ul', null, h('li', null, linkRequests())),
    ),
  );
}

function drawLink([route, icon, title]) {
  return h('li', null, h('a', { href: hrefTo(route), 'data-route': route }, drawIcon(icon), title));
}

/** The narrow page's drawer: what lies behind it cannot be reached while it is open. */
export function openNavigation() {
  const side = document.querySelector('#side');
  side.classList.add('is-open');
  side.after(h('div', { class: 'side-veil', onclick: returnFromNavigation }));
  for (const behind of behindDrawer()) behind.inert = true;
  document.addEventListener('keydown', closeOnEscape);
  side.querySelector('a').focus();
}

export function closeNavigation() {
  document.querySelector('#side').classList.remove('is-open');
  document.querySelector('.side-veil')?.remove();
  for (const behind of behindDrawer()) behind.inert = false;
  document.removeEventListener('keydown', closeOnEscape);
}

function returnFromNavigation() {
  closeNavigation();
  document.querySelector('[data-open-navigation]')?.focus();
}

function closeOnEscape(event) {
  if (event.key === 'Escape') returnFromNavigation();
}

function behindDrawer() {
  return document.querySelectorAll('.top, #main');
}
