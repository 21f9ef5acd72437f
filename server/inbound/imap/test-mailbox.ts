import { MAILBOX_STEPS, type MailboxFault, type MailboxStep } from '@beseda/shared/domain/words';
import type { Mailbox, MailboxTest } from '@beseda/shared/protocol/inbound-mails';
import type { ImapMailbox } from '../../config/read-imap-url';
import type { Context } from '../../context/context';
import { Refusal } from '../../context/refusal';
import { isHere, MailboxError, openMailbox } from './open-mailbox';

const TEST_MS = 20_000;

export function listMailboxes({ environment, mailWays }: Pick<Context, 'environment' | 'mailWays'>): {
  results: Mailbox[];
  next: null;
} {
  return {
    results: environment.imap.map((mailbox, index) => {
      const { host, user, folder, done, failed } = mailbox;
      return { number: index + 1, host, user, folder, done, failed, live: mailWays.of(mailbox) };
    }),
    next: null,
  };
}

/**
 * Tries one of the mailboxes of the environment and says by code and step by step what is right and what is wrong. A
 * caller names none but these, so nothing else on the network can be asked for. Refuses with `not_found`.
 */
export async function testMailbox(
  { environment }: Pick<Context, 'environment'>,
  number: number,
): Promise<MailboxTest> {
  const mailbox = environment.imap[number - 1];
  if (!mailbox) throw new Refusal('not_found', 'There is no such mailbox.');
  const signal = AbortSignal.timeout(TEST_MS);
  let passed: MailboxStep | null = null;
  try {
    const { client, close } = await openMailbox(mailbox, signal, (step) => {
      passed = step;
    });
    const mails = client.mailbox ? client.mailbox.exists : 0;
    close();
    return { code: 'ok', mails, steps: stepsOf(mailbox, 'folder') };
  } catch (error) {
    const failed = error instanceof MailboxError ? error.fault : 'failed';
    const code = signal.aborted ? 'timed_out' : failed;
    return { code, mails: null, steps: stepsOf(mailbox, PASSED_BEFORE[code] ?? passed) };
  }
}

/** The last step that a fault of connecting leaves done: those are one step here. */
const PASSED_BEFORE: Partial<Record<MailboxFault, MailboxStep>> = {
  tls_failed: 'reach',
  login_refused: 'encrypt',
};

function stepsOf(mailbox: ImapMailbox, passed: MailboxStep | null): MailboxTest['steps'] {
  const before = passed === null ? -1 : MAILBOX_STEPS.indexOf(passed);
  const found = MAILBOX_STEPS.map((step, index) => ({ step, isOk: index <= before })).filter(({ step }) =>
    applies(mailbox, step),
  );
  const first = found.findIndex(({ isOk }) => !isOk);
  return found.map(({ step, isOk }, index) => ({
    step,
    result: isOk ? 'ok' : index === first ? 'failed' : 'not_tried',
  }));
}

function applies({ secure, host, done, failed }: ImapMailbox, step: MailboxStep): boolean {
  if (step === 'encrypt') return secure || !isHere(host);
  if (step === 'done_folder') return done !== null;
  return step !== 'failed_folder' || failed !== null;
}
