import type { Call, Core } from '../../core';
import { placeOf } from './place-of';

/** By then a page that says its own route has said it. */
const SETTLE_MS = 100;
/** A route that was said so shortly before the address changed belongs to the new one. */
const BEFORE_MS = 1_000;
/** Where browsers do not tell of `pushState`; nothing of the page's history is patched. */
const LOOK_MS = 500;

export interface Move {
  place: string;
  /** Whether that is another place than before: the rest of an address may change alone. */
  moved: boolean;
  /** What the page has said to `suggest` for it, if it has. */
  own?: { value: unknown };
}

interface Watcher {
  onMove: (move: Move) => void;
  /** The page says what to suggest. */
  onSaid?: (value: unknown) => void;
}

/** Follows a page that is never loaded anew, until `signal`. */
export function watchPlace({ queue }: Core, { onMove, onSaid }: Watcher, signal: AbortSignal): void {
  let { href } = location;
  let said: { value: unknown; at: number } | undefined;
  let settling = false;
  let carryOut = queue.push.bind(queue);
  const push = (...calls: Call[]) => {
    for (const [method, value] of calls) {
      if (method !== 'suggest') continue;
      said = { value, at: performance.now() };
      onSaid?.(value);
    }
    return carryOut(...calls);
  };
  // Whoever takes the queue over afterwards gets the calls behind us.
  Object.defineProperty(queue, 'push', {
    configurable: true,
    get: () => push,
    set: (next: typeof push) => {
      carryOut = next;
    },
  });

  const settle = (before: string, at: number) => {
    settling = false;
    if (signal.aborted) return;
    const place = placeOf(location.href);
    const own = said && said.at > at - BEFORE_MS;
    onMove({ place, moved: place !== placeOf(before), ...(own && { own: { value: said?.value } }) });
  };
  const look = () => {
    if (location.href === href || settling) return;
    settling = true;
    setTimeout(settle, SETTLE_MS, href, performance.now());
    href = location.href;
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  if (navigation) return;
  const timer = setInterval(look, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
