import type { Services } from '../context/context';
import { runEvery } from '../jobs/run-every';
import { checkOutsideLinks } from './check-outside-links';

const TURN_MS = 5_000;
const HOST_PAUSE_MS = 1_000;

/** Gives its stop, which waits for no other site. */
export function runLinkChecks(services: Services): () => Promise<void> {
  const stopping = new AbortController();
  const turn = { signal: stopping.signal, pauseMs: HOST_PAUSE_MS };
  const stop = runEvery(TURN_MS, 'check-outside-links', services.log, () =>
    checkOutsideLinks(services, turn),
  );
  return () => {
    stopping.abort();
    return stop();
  };
}
