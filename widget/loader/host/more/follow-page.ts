import type { Call } from '../../core';
import type { Parts } from '../run-panel';
import { placeOf } from './place-of';

/** By then a page that says its own route has said it. */
const SETTLE_MS = 100;
/** A route that was said so shortly before the address changed belongs to the new one. */
const BEFORE_MS = 1_000;
/** Where browsers do not tell of `pushState`; nothing of the page's history is patched. */
const LOOK_MS = 500;

/** Tells the panel where the person is after every move in a page that is never loaded anew. */
export function followPage({ core, line, signal }: Parts): void {
  const { queue } = core;
  let { href } = location;
  let said: { value: unknown; at: number } | undefined;
  let settling = false;
  const carryOut = queue.push;
  queue.push = (...calls: Call[]) => {
    for (const [method, value] of calls) if (method === 'suggest') said = { value, at: performance.now() };
    return carryOut(...calls);
  };

  const settle = (before: string, at: number) => {
    settling = false;
    if (signal.aborted) return;
    const place = placeOf(location.href);
    line.tellState();
    const own = said && said.at > at - BEFORE_MS;
    if (own || place !== placeOf(before))
      line.tell({ type: 'call', method: 'suggest', value: own ? said?.value : { route: place } });
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
