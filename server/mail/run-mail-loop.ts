import type { Services } from '../context/context';
import { runEvery } from '../jobs/run-every';
import { openTransport } from './open-transport';
import { sendDueMail } from './send-due-mail';

const PAUSE_MS = 1_000;
const GRACE_MS = 5_000;

/**
 * Sends what is due, a second after the last turn has ended. Gives its stop: no further mail is begun, the ones on
 * their way get 5 s, then they are cut off and go out again later under the same Message-ID.
 */
export function runMailLoop(services: Services): () => Promise<void> {
  const transport = openTransport(services.environment);
  const stopping = new AbortController();
  const stop = runEvery(PAUSE_MS, 'mail', services.log, () =>
    sendDueMail(services, transport, stopping.signal),
  );
  return async () => {
    stopping.abort();
    const cut = setTimeout(() => transport.close(), GRACE_MS);
    await stop();
    clearTimeout(cut);
    transport.close();
  };
}
