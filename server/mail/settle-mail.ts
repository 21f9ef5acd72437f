import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { SYSTEM } from '../db/actor';
import { backOff } from './back-off';
import type { ClaimedMail } from './claim-mail';
import { markAddress } from './mark-address';
import type { MailFailure } from './outgoing-mail';
import { recordUndelivered } from './record-undelivered';

const MOST_ATTEMPTS = 12;
/** RFC 3463: the mailbox does not exist, was badly written, or has moved. */
const NO_SUCH_ADDRESS = /^EENVELOPE 5\d\d 5\.1\.(1|3|6|10)$/;

export async function settleSent(services: Services, claimed: ClaimedMail): Promise<void> {
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update mail_outbox set state = 'sent', sent_at = ${nowIso(services)}, last_error = null where id = ${claimed.id}`,
  );
}

/** The mail waits for its next attempt, or is given up. Not when another process has taken it over meanwhile. */
export async function settleFailed(
  services: Services,
  claimed: ClaimedMail,
  failure: MailFailure,
): Promise<void> {
  const isDead = failure.isPermanent || claimed.attempts >= MOST_ATTEMPTS;
  const dueAt = new Date(services.now() + backOff(claimed.attempts, Math.random())).toISOString();
  const event = await services.database.inTransaction(SYSTEM, async (tx) => {
    const locked =
      isDead && claimed.conversationId ? await lockConversation(tx, claimed.conversationId) : null;
    const settled = await tx.sql`
      update mail_outbox set state = ${isDead ? 'dead' : 'sending'}, due_at = ${dueAt}, last_error = ${failure.reason}
      where id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}`;
    if (!isDead || settled.count === 0) return null;
    const news = { address: claimed.recipient, status: statusOf(failure.reason), at: nowIso(services) };
    const marked = NO_SUCH_ADDRESS.test(failure.reason)
      ? await markAddress(tx, { ...news, isPermanent: true })
      : false;
    return locked && !claimed.agentId ? recordUndelivered(tx, locked, { ...news, marked }) : null;
  });
  if (event) services.bus.recorded([event]);
  const fields = { mail: claimed.id, kind: claimed.kind, attempts: claimed.attempts, reason: failure.reason };
  services.log.warn(fields, isDead ? 'mail given up' : 'mail not sent yet');
}

const statusOf = (reason: string) => / (\d\.\d{1,3}\.\d{1,3})$/.exec(reason)?.[1] ?? null;
