import { hrefTo } from '../app/follow-routes.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { markHelp, showAskButton } from '../support/link-article.js';

/**
 * What every page returns: its title, the entity it shows (for support's context) and its node.
 * `article` is the number behind the title's «?», `back` is `{route, title}`.
 */
export function buildPage({ title, lead, article, back, badge, actions = [], entity }, ...content) {
  const head = h(
    'header',
    { class: 'page-head' },
    h('div', { class: 'page-title' }, h('h1', { tabindex: -1 }, title), article && markHelp(article), badge),
    h('div', { class: 'actions' }, actions, showAskButton()),
    lead && h('p', { class: 'page-lead' }, lead),
  );
  const crumbs =
    back && h('p', { class: 'crumbs' }, h('a', { href: hrefTo(back.route) }, drawIcon('back'), back.title));
  return { title, entity, node: h('div', null, crumbs, head, h('div', { class: 'stack' }, content)) };
}

/** A titled box; `article` adds the «?», `extra` stands at the right of the title. */
export function buildCard({ title, article, extra, level = 'h2' }, ...content) {
  const head =
    title &&
    h(
      'div',
      { class: 'card-head' },
      h(level, null, title),
      article && markHelp(article),
      extra && h('div', { class: 'card-extra' }, extra),
    );
  return h('section', { class: 'card' }, head, content);
}

export function buildFacts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
  );
}

/** `tone` is `good`, `warn`, `bad` or empty. */
export function buildBadge(text, tone) {
  return h('span', { class: tone ? `badge is-${tone}` : 'badge' }, text);
}

export function buildButton(title, run, { main = false, icon, bad = false, ...rest } = {}) {
  return h(
    'button',
    {
      type: 'button',
      class: `button${main ? ' is-main' : ''}${bad ? ' is-bad' : ''}`,
      onclick: run,
      ...rest,
    },
    icon && drawIcon(icon),
    title,
  );
}
