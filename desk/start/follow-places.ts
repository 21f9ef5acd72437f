import { createValue, type Value } from '@beseda/shared/client/value';
import { formatPlace, type Place, parsePlace } from '../model/route';

/** The place that the address bar shows; going back and forward works as everywhere. */
export interface Places extends Value<Place> {
  go(place: Place, how?: { replace: boolean }): void;
  /** Until it is let go, no other place is gone to: `ask` hears of the wish, and goes on by `leave`. */
  hold(ask: (leave: () => void) => void): () => void;
}

type Go = Places['go'];

export function followPlaces(): Places {
  const value = createValue(parsePlace(location.pathname, location.search));
  const holder = createHolder();
  addEventListener('popstate', () => {
    const follow = () => value.set(parsePlace(location.pathname, location.search));
    if (!holder.holds()) return follow();
    // The address bar is ahead by now: it is put back until the answer is known.
    history.pushState(null, '', formatPlace(value.get()));
    holder.ask(() => history.back());
  });
  const go: Go = (place, { replace } = { replace: false }) => {
    const path = formatPlace(place);
    if (path !== location.pathname + location.search) {
      if (holder.holds()) return holder.ask(() => go(place, { replace }));
      if (replace) history.replaceState(null, '', path);
      else history.pushState(null, '', path);
    }
    value.set(place);
  };
  return {
    get: () => value.get(),
    subscribe: (listener) => value.subscribe(listener),
    go,
    hold: holder.hold,
  };
}

/** The last to hold is the one who asks; whoever held before it goes on holding once that lets go. */
function createHolder() {
  let holding: ((leave: () => void) => void)[] = [];
  return {
    holds: () => holding.length > 0,
    ask(onward: () => void): void {
      holding.at(-1)?.(() => {
        holding = [];
        onward();
      });
    },
    hold(ask: (leave: () => void) => void): () => void {
      holding.push(ask);
      return () => {
        holding = holding.filter((other) => other !== ask);
      };
    },
  };
}
