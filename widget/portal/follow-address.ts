import { addressOf, readPlace } from './model/place';
import type { Portal } from './model/portal';

/** Keeps the address and what is shown together, both ways: deep links, back and forward, reload. */
export function followAddress(portal: Portal): { show(): void; write(): void } {
  const { panel } = portal;
  /** Nothing is written before it was read. */
  let isRead = false;

  function show(): void {
    isRead = true;
    void portal.open(readPlace(location));
  }

  /** The address of what is shown. A new request takes the place of the form that it was written in. */
  function write(): void {
    const place = portal.place();
    if (!isRead || !place || panel.state.access.kind !== 'staff') return;
    const { locale, screens } = panel.state;
    const address = addressOf(place, locale);
    if (address !== location.pathname + location.search) {
      const isSent = place.name === 'request' && screens[0]?.name === 'ask';
      const replaces = isSent && readPlace(location).name === 'new';
      if (replaces) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
      link.href = addressOf(place, link.hreflang === 'en' ? 'en' : 'ru');
  }

  addEventListener('popstate', show);
  return { show, write };
}
