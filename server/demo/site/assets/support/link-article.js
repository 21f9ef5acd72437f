import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';

/** The «?» beside a title or a field. The widget draws it, where the article may be read; without the widget there is none. */
export function markHelp(number) {
  return h('span', { 'data-beseda-article': number, 'data-beseda-help': true });
}

export function showAskButton() {
  return h(
    'button',
    { type: 'button', class: 'button', 'data-beseda-open': true },
    drawIcon('talk'),
    say('Спросить поддержку', 'Ask support'),
  );
}
