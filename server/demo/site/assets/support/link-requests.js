import { account } from '../app/hold-account.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';
import { fetchToken } from './connect-beseda.js';

/** «Мои обращения» in the support centre: a form posts the token, good once, so that nobody signs in there. A guest does. */
export function linkRequests() {
  const title = say('Мои обращения', 'My requests');
  if (account.person === 'nobody')
    return h('a', { href: `/help/${account.locale}/requests` }, drawIcon('talk'), title);
  const app = document.querySelector('meta[name="beseda-app"]').content;
  return h(
    'form',
    { method: 'post', action: '/help/session', 'data-requests': true, onsubmit: send },
    h('input', { type: 'hidden', name: 'app', value: app }),
    h('input', { type: 'hidden', name: 'locale', value: account.locale }),
    h('input', { type: 'hidden', name: 'token' }),
    h('button', null, drawIcon('talk'), title),
  );
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  form.elements.token.value = await fetchToken(account.person);
  form.submit();
}
