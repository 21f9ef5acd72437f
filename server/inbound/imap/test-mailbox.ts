import type { Context } from '../../context/context';
import { Refusal } from '../../context/refusal';
import { MailboxError, type MailboxFault, openMailbox } from './open-mailbox';

/** A mailbox as it may be shown: never its password. */
export interface ShownMailbox {
  number: number;
  host: string;
  user: string;
  folder: string;
  done: string | null;
  failed: string | null;
}

export interface MailboxTest {
  code: 'ok' | MailboxFault;
  /** Mails in the folder; null where it could not be opened. */
  mails: number | null;
}

const TEST_MS = 20_000;

export function listMailboxes({ environment }: Pick<Context, 'environment'>): {
  results: ShownMailbox[];
  next: null;
} {
  return {
    results: environment.imap.map(({ host, user, folder, done, failed }, index) => ({
      number: index + 1,
      host,
      user,
      folder,
      done,
      failed,
    })),
    next: null,
  };
}

/**
 * Tries one of the mailboxes of the environment and says by code what is wrong. A caller names none but these, so nothing
 * else on the network can be asked for. Refuses with `not_found`.
 */
export async function testMailbox(
  { environment }: Pick<Context, 'environment'>,
  number: number,
): Promise<MailboxTest> {
  const mailbox = environment.imap[number - 1];
  if (!mailbox) throw new Refusal('not_found', 'There is no such mailbox.');
  const signal = AbortSignal.timeout(TEST_MS);
  try {
    const { client, close } = await openMailbox(mailbox, signal);
    const mails = client.mailbox ? client.mailbox.exists : 0;
    close();
    return { code: 'ok', mails };
  } catch (error) {
    if (signal.aborted) return { code: 'timed_out', mails: null };
    return { code: error instanceof MailboxError ? error.fault : 'failed', mails: null };
  }
}
