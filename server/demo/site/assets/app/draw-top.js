import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';
import { openNavigation } from './draw-side.js';
import { account, isDark } from './hold-account.js';
import { currentCompany, currentPerson, listPeople, nameOf, planName, roleName } from './know-people.js';

export function drawTop({ choosePerson, chooseLocale, chooseTheme }) {
  const company = currentCompany();
  return h(
    'header',
    { class: 'top' },
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button top-menu',
        'aria-label': say('Открыть разделы', 'Open sections'),
        'data-open-navigation': true,
        onclick: openNavigation,
      },
      drawIcon('menu'),
    ),
    h(
      'p',
      { class: 'top-company' },
      h('b', null, nameOf(company)),
      h(
        'span',
        { class: 'soft only-wide' },
        say(`тариф ${planName(company.plan)}`, `${planName(company.plan)} plan`),
      ),
    ),
    drawLocaleSwitch(chooseLocale),
    drawThemeSwitch(chooseTheme),
    drawPersonSwitch(),
    drawPersonMenu(choosePerson),
  );
}

function drawLocaleSwitch(chooseLocale) {
  const next = account.locale === 'ru' ? 'en' : 'ru';
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      lang: next,
      'data-locale-switch': next,
      onclick: () => chooseLocale(next),
    },
    next.toUpperCase(),
    h('span', { class: 'unseen' }, next === 'en' ? ', switch to English' : ', перейти на русский'),
  );
}

function drawThemeSwitch(chooseTheme) {
  const next = isDark() ? 'light' : 'dark';
  const name = next === 'dark' ? say('Тёмная тема', 'Dark theme') : say('Светлая тема', 'Light theme');
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': name,
      title: name,
      'data-theme-switch': next,
      onclick: () => chooseTheme(next),
    },
    drawIcon(next === 'dark' ? 'moon' : 'sun'),
  );
}

function drawPersonSwitch() {
  const person = currentPerson();
  const name = person ? nameOf(person) : say('Гость', 'Guest');
  return h(
    'button',
    {
      type: 'button',
      class: 'button is-quiet who',
      popovertarget: 'people',
      'data-person-switch': account.person,
    },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name)),
    h('span', { class: 'unseen' }, say('Вы вошли как ', 'Signed in as ')),
    h('span', { class: 'who-name' }, name),
    h('span', { class: 'unseen only-narrow' }, name),
  );
}

function drawPersonMenu(choosePerson) {
  return h(
    'div',
    { class: 'menu', id: 'people', popover: 'auto' },
    h(
      'p',
      { class: 'menu-title' },
      say('Демо: войти под другим человеком', 'Demo: sign in as somebody else'),
    ),
    h(
      'ul',
      null,
      listPeople().map((person) =>
        drawChoice(person.key, nameOf(person), describePerson(person), choosePerson),
      ),
      drawChoice('nobody', say('Гость', 'Guest'), say('никто не вошёл', 'nobody is signed in'), choosePerson),
    ),
  );
}

function describePerson({ role, company }) {
  return `${roleName(role)}, ${nameOf(company)}, ${planName(company.plan)}`;
}

function drawChoice(key, name, about, choosePerson) {
  return h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        class: 'menu-item',
        'data-person': key,
        'aria-current': account.person === key && 'true',
        onclick: () => choosePerson(key),
      },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name)),
      h('span', null, h('b', null, name), h('span', { class: 'soft' }, about)),
    ),
  );
}

/** «Ирина Белова» → «ИБ». */
function initialsOf(name) {
  return name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
}
