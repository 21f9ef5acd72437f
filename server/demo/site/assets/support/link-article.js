import { account } from '../app/hold-account.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';

/** The «?» beside a title or a field: opens the article in the widget, or in the help centre without it. */
export function linkArticle(number, about) {
  const name = say(`Справка: ${about}`, `Help: ${about}`);
  return h(
    'a',
    {
      class: 'help',
      href: `/help/${account.locale}/article/${number}`,
      'data-beseda-article': number,
      'aria-label': `? ${name}`,
      title: name,
    },
    '?',
  );
}

export function showAskButton() {
  return h(
    'button',
    { type: 'button', class: 'button', 'data-beseda-open': true },
    drawIcon('talk'),
    say('Спросить поддержку', 'Ask support'),
  );
}
