import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { claimMail, type DueMail, findDueMail } from './claim-mail';
import { MailFailure, type MailTransport } from './outgoing-mail';
import { settleFailed, settleSent } from './settle-mail';

const LANES = 5;
/** One mailbox: whatever reads as a list of them, or as a name, would reach strangers. */
const MAILBOX = /^(?=.{3,254}$)[^\s\p{C}@,;<>"()[\]:\\]+@[^\s\p{C}@,;<>"()[\]:\\]+$/u;

/**
 * One pass over the outbox: every mail that is due is tried once. Gives how many were sent. Safe on several nodes at
 * once. `signal`: no further mail is begun after it.
 */
export async function sendDueMail(
  services: Services,
  transport: MailTransport,
  signal?: AbortSignal,
): Promise<number> {
  const due = await findDueMail(services);
  let sent = 0;
  const next = () => (signal?.aborted ? undefined : due.shift());
  const lane = async () => {
    for (let one = next(); one; one = next()) {
      if (await sendMail(services, transport, one)) sent += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return sent;
}

async function sendMail(services: Services, transport: MailTransport, due: DueMail): Promise<boolean> {
  const work = await claimMail(services, due);
  if (!work) return false;
  const { claimed, mail } = work;
  try {
    if (!MAILBOX.test(mail.to.address)) throw new MailFailure('not a mailbox', true);
    await transport.send(mail);
  } catch (error) {
    await settleFailed(services, claimed, asFailure(services, error));
    return false;
  }
  await settleSent(services, claimed);
  return true;
}

function asFailure(services: Services, error: unknown): MailFailure {
  if (error instanceof MailFailure) return error;
  services.log.error(describeError(error), 'mail transport broke');
  return new MailFailure('unknown', false);
}
