import type { Services } from '../context/context';
import { runEvery } from '../jobs/run-every';
import { openTransport } from './open-transport';
import { sendDueMail } from './send-due-mail';

export interface MailLoopTimes {
  /** Milliseconds from the end of a turn to the next. */
  pause: number;
  /** Milliseconds that mail on its way gets at the end. */
  grace: number;
}

const TIMES: MailLoopTimes = { pause: 1_000, grace: 5_000 };

/**
 * Sends what is due, a second after the last turn has ended. Gives its stop: no further mail is begun; what is on its
 * way gets 5 s, then it is cut off and goes out again later under the same Message-ID.
 */
export function runMailLoop(services: Services, times: MailLoopTimes = TIMES): () => Promise<void> {
  const transport = openTransport(services.environment);
  const stopping = new AbortController();
  const turn = () => sendDueMail(services, transport, stopping.signal);
  const stop = runEvery(times.pause, 'mail', services.log, turn);
  return async () => {
    stopping.abort();
    const cut = setTimeout(() => transport.close(), times.grace);
    await stop();
    clearTimeout(cut);
    transport.close();
  };
}
