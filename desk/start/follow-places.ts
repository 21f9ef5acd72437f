import { createValue, type Value } from '@beseda/shared/client/value';
import { formatPlace, type Place, parsePlace } from '../model/route';

/** The place that the address bar shows; going back and forward works as everywhere. */
export interface Places extends Value<Place> {
  go(place: Place, how?: { replace: boolean }): void;
}

export function followPlaces(): Places {
  const value = createValue(parsePlace(location.pathname, location.search));
  addEventListener('popstate', () => value.set(parsePlace(location.pathname, location.search)));
  return {
    get: () => value.get(),
    subscribe: (listener) => value.subscribe(listener),
    go(place, { replace } = { replace: false }) {
      const path = formatPlace(place);
      if (path !== location.pathname + location.search) {
        if (replace) history.replaceState(null, '', path);
        else history.pushState(null, '', path);
      }
      value.set(place);
    },
  };
}
