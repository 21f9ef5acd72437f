import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { handleInbound } from './handle-inbound';

/** One of them takes large mails too. */
const LANES = 3;
const PAUSE_MS = 1_000;

/**
 * Handles mail as soon as this process has taken it in; what other nodes or an earlier life left is looked for every
 * second. Gives its stop: no further mail is begun, what is under way ends.
 */
export function runInboundLoop(services: Services): () => Promise<void> {
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  let calls = 0;
  const wake = () => {
    calls += 1;
    for (const go of waiting) go();
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(go, PAUSE_MS);
      waiting.add(go);
      function go(): void {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      }
    });
  const unsubscribe = services.bus.subscribe({ mailReceived: wake });
  // A mail that came while the last look was under way is looked for before the pause.
  const pauseSince = async (since: number) => (calls === since ? pause() : undefined);
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    while (!stopping.signal.aborted) {
      const since = calls;
      if (!(await handleNext(services, { large: lane === 0 })) && !stopping.signal.aborted)
        await pauseSince(since);
    }
  });
  return async () => {
    stopping.abort();
    unsubscribe();
    wake();
    await Promise.all(lanes);
  };
}

async function handleNext(services: Services, lane: { large: boolean }): Promise<boolean> {
  try {
    return await handleInbound(services, lane);
  } catch (error) {
    services.log.warn({ job: 'handle-inbound', ...describeError(error) }, 'job failed');
    return false;
  }
}
