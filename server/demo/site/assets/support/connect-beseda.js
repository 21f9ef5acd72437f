import { account } from '../app/hold-account.js';

const appVersion = '26.11.2';

/** Another account: the former person's session ends, then the widget starts anew for this one. */
export function switchRequester(person) {
  Beseda('logout');
  Beseda('init', {
    ...(person === 'nobody' ? {} : { getToken: () => fetchToken(person) }),
    locale: account.locale,
    theme: account.theme,
    help: true,
  });
}

/** Leaves room for the panel while it stands beside the page. */
export function makeRoom() {
  Beseda('on', 'beside', ({ width, position }) => {
    document.documentElement.style.setProperty(`--room-${position}`, `${width}px`);
  });
}

export async function fetchToken(person) {
  const reply = await fetch(`/demo/support-token?as=${person}`);
  if (!reply.ok) throw new Error(`The token route answered ${reply.status}`);
  return reply.text();
}

export function updateLook(change) {
  Beseda('update', change);
}

/**
 * Tells support where the person is. `route` is the path without `/demo`, `entity` what the page
 * shows (`{type, id, name}`) or undefined.
 */
export function tellPlace(route, entity) {
  Beseda('context', { entity: entity ?? null, appVersion });
  Beseda('suggest', { route });
}
