import { setTimeout as sleep } from 'node:timers/promises';
import type { MailboxFault } from '@beseda/shared/domain/words';
import type { ImapFlow } from 'imapflow';
import type { ImapMailbox } from '../../config/read-imap-url';
import type { Services } from '../../context/context';
import { describeError } from '../../context/logger';
import { MailboxError, openMailbox } from './open-mailbox';
import { takeMails } from './take-mails';

interface Pauses {
  /** After the first failure, in milliseconds; doubled with each further one. */
  firstMs: number;
  /** Between two looks where the server says nothing: some forget to, or cannot. */
  pollMs: number;
}

const PAUSES: Pauses = { firstMs: 1_000, pollMs: 60_000 };
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Looks into every mailbox as long as the server runs: at once, whenever the server says that something came, and every
 * minute. A broken connection is made anew, each time after a longer pause. Gives its stop.
 */
export function watchMailboxes(
  services: Services,
  mailboxes: readonly ImapMailbox[],
  pauses = PAUSES,
): () => Promise<void> {
  const stopping = new AbortController();
  const watches = mailboxes.map((mailbox) => watch(services, mailbox, stopping.signal, pauses));
  return async () => {
    stopping.abort();
    await Promise.all(watches);
  };
}

async function watch(
  services: Services,
  mailbox: ImapMailbox,
  signal: AbortSignal,
  pauses: Pauses,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let fault: MailboxFault | null = null;
    try {
      await useConnection(services, mailbox, signal, pauses.pollMs, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      const { host, user, folder } = mailbox;
      fault = error instanceof MailboxError ? error.fault : 'failed';
      services.log.warn(
        { job: 'watch-mailbox', host, user, folder, fault, ...describeError(error) },
        'mailbox lost',
      );
    }
    const pause = Math.min(pauses.firstMs * 2 ** failures, LONGEST_PAUSE_MS);
    failures = Math.min(failures + 1, 20);
    services.mailWays.noteLost(mailbox, fault, pause);
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

/** Until the connection ends. */
async function useConnection(
  services: Services,
  mailbox: ImapMailbox,
  signal: AbortSignal,
  pollMs: number,
  onWorking: () => void,
): Promise<void> {
  const { client, close } = await openMailbox(mailbox, signal);
  services.mailWays.noteConnected(mailbox);
  const news = listen(client);
  try {
    while (!signal.aborted && client.usable) {
      await takeMails(services, client, mailbox, signal);
      onWorking();
      await news.next(pollMs);
    }
  } finally {
    news.end();
    close();
  }
}

/** Tells when something came, when it is time to look anyway, or when the connection has ended. */
function listen(client: ImapFlow): { next(pollMs: number): Promise<void>; end(): void } {
  let come = false;
  let wake: () => void = () => {};
  const note = () => {
    come = true;
    wake();
  };
  client.on('exists', note);
  client.on('close', note);
  return {
    next: async (pollMs) => {
      if (!come) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          // IDLE begins by itself a while after the last command; here it should at once.
          void client.idle().catch(() => {});
        });
      }
      come = false;
    },
    end: () => {
      client.off('exists', note);
      client.off('close', note);
      wake();
    },
  };
}
