import type { Core } from '../../core';
import { describeError, describeRequest } from './describe-failure';
import { keepFailures } from './keep-failures';

/** A page that fails in a loop tells the panel no more often. */
const TELL_MS = 500;

/** Watches what goes wrong in the host page from now on, and requests since it was opened; nothing of the host is changed. */
export function watchFailures(core: Core) {
  if (core.failures) return;
  const stop = new AbortController();
  const { signal } = stop;
  const kept = keepFailures();
  let telling = false;

  const tell = () => {
    telling = false;
    if (core.frame) core.queue.push(['changed']);
  };
  const note = (kind: 'errors' | 'requests', text: string | null, at: number) => {
    if (!core.options.diagnostics) return end();
    if (!text) return;
    kept.add(kind, text, at);
    if (!telling) setTimeout(tell, TELL_MS);
    telling = true;
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      note('requests', describeRequest(entry, core), performance.timeOrigin + entry.responseEnd);
  });
  /** After `destroy`, or an `update` that says so. */
  const end = () => {
    stop.abort();
    observer.disconnect();
    core.failures = undefined;
  };

  core.failures = kept.list;
  addEventListener('error', (event) => note('errors', describeError(event), Date.now()), { signal });
  addEventListener('unhandledrejection', (event) => note('errors', describeError(event), Date.now()), {
    signal,
  });
  observer.observe({ type: 'resource', buffered: true });
}
