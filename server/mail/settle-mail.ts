import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { backOff } from './back-off';
import type { ClaimedMail } from './claim-mail';
import type { MailFailure } from './outgoing-mail';

const MOST_ATTEMPTS = 12;

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
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update mail_outbox set state = ${isDead ? 'dead' : 'sending'}, due_at = ${dueAt}, last_error = ${failure.reason}
      where id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}`,
  );
  const fields = { mail: claimed.id, kind: claimed.kind, attempts: claimed.attempts, reason: failure.reason };
  services.log.warn(fields, isDead ? 'mail given up' : 'mail not sent yet');
}
