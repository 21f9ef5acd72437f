import { h } from '../dom/build-element.js';
import { listRoutes } from '../pages/list-routes.js';
import { showMissing } from '../pages/show-missing.js';
import { makeRoom, switchRequester, tellPlace, updateLook } from '../support/connect-beseda.js';
import { say } from '../texts/say.js';
import { closeNavigation, drawSide } from './draw-side.js';
import { drawStrip } from './draw-strip.js';
import { drawTop } from './draw-top.js';
import { currentRoute, followRoutes, matchRoute } from './follow-routes.js';
import { setAccount } from './hold-account.js';
import { forgetAll } from './hold-state.js';
import { currentCompany, learnPeople, nameOf } from './know-people.js';

const office = document.querySelector('#office');

/** Draws everything anew for the person, language and route of the moment. */
function drawOffice() {
  office.replaceChildren(
    h('a', { class: 'skip', href: '#main', onclick: skipToMain }, say('К содержанию', 'Skip to content')),
    h(
      'div',
      { class: 'office' },
      drawSide(),
      drawTop({ choosePerson, chooseLocale, chooseTheme }),
      h('main', { class: 'main', id: 'main', tabindex: -1 }),
    ),
  );
  showRoute();
}

function skipToMain(event) {
  event.preventDefault();
  document.querySelector('#main').focus();
}

function showRoute() {
  const route = currentRoute();
  const page = buildPage(route);
  document.querySelector('#main').replaceChildren(...drawStrip(), page.node);
  document.title = `${page.title} · ${nameOf(currentCompany())} · ${say('МЛМ Офис', 'MLM Office')}`;
  markPlace(route);
  tellPlace(route, page.entity);
}

function buildPage(route) {
  for (const [pattern, build] of listRoutes()) {
    const params = matchRoute(pattern, route);
    const page = params && build(params);
    if (page) return page;
  }
  return showMissing();
}

function markPlace(route) {
  for (const link of document.querySelectorAll('.side a[data-route]')) {
    const { route: own } = link.dataset;
    const isHere = own === route || route.startsWith(`${own}/`);
    if (isHere) link.setAttribute('aria-current', own === route ? 'page' : 'true');
    else link.removeAttribute('aria-current');
  }
}

/** After a move inside the office, reading starts at the new page's title. */
function showNextRoute() {
  closeNavigation();
  showRoute();
  scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}

function redrawAndFocus(selector) {
  drawOffice();
  document.querySelector(selector)?.focus();
}

function choosePerson(person) {
  setAccount('person', person);
  forgetAll();
  switchRequester(person);
  redrawAndFocus('[data-person-switch]');
}

function chooseLocale(locale) {
  setAccount('locale', locale);
  updateLook({ locale });
  redrawAndFocus('[data-locale-switch]');
}

function chooseTheme(theme) {
  setAccount('theme', theme);
  updateLook({ theme });
  redrawAndFocus('[data-theme-switch]');
}

function dropSettingsFromAddress() {
  const address = new URL(location.href);
  for (const name of ['as', 'locale', 'theme']) address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
}

await learnPeople();
dropSettingsFromAddress();
drawOffice();
followRoutes(showNextRoute);
makeRoom();
