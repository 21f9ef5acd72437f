import { recall } from '../app/hold-state.js';
import { h } from '../dom/build-element.js';

/** Tabs by the ARIA pattern: arrows, Home and End move; the chosen one is remembered under `key`. */
export function showTabs({ key, label, tabs }) {
  const state = recall(`tabs/${key}`, () => ({ chosen: tabs[0].id }));
  const buttons = tabs.map((tab) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tab',
        role: 'tab',
        id: `tab-${tab.id}`,
        'aria-controls': 'tab-panel',
        onclick: () => choose(tab),
        onkeydown: move,
      },
      tab.title,
    ),
  );
  const panel = h('div', { role: 'tabpanel', id: 'tab-panel', tabindex: 0, class: 'stack' });

  function choose(chosen) {
    state.chosen = chosen.id;
    for (const [index, tab] of tabs.entries()) {
      buttons[index].setAttribute('aria-selected', String(tab === chosen));
      buttons[index].tabIndex = tab === chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${chosen.id}`);
    panel.replaceChildren(...[chosen.show()].flat());
  }

  function move(event) {
    const here = buttons.indexOf(event.currentTarget);
    const last = buttons.length - 1;
    const next = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(tabs[next]);
    buttons[next].focus();
  }

  choose(tabs.find((tab) => tab.id === state.chosen) ?? tabs[0]);
  return h('div', null, h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, buttons), panel);
}
