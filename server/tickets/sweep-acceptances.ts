import { nowIso, type Services } from '../context/context';
import { authorOf } from '../conversations/author-of';
import { lockConversation } from '../conversations/lock-conversation';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import { queueAnswerMail } from '../mail/queue-answer-mail';
import { moveStatus } from './move-status';

const AT_ONCE = 100;

/**
 * Tasks said to be done that nobody has answered about in time count as accepted. Runs on every node: what another did
 * first, or somebody answers at the moment, is not due any more.
 */
export async function sweepAcceptances(services: Services): Promise<number> {
  const due = await findDue(services);
  if (due.length === 0) return 0;
  const levels = await services.serviceLevels.get();
  const mailDelay = await services.settings.get('mail.unseen_delay_seconds');
  let done = 0;
  for (const id of due) {
    const at = nowIso(services);
    const event = await services.database.inTransaction(SYSTEM, async (tx): Promise<StoredEvent | null> => {
      const locked = await lockConversation(tx, id, { wait: false });
      if (!locked?.acceptBy || Date.parse(locked.acceptBy) > services.now()) return null;
      const author = authorOf(SYSTEM);
      await queueAnswerMail(tx, locked, at, mailDelay);
      return moveStatus(tx, locked, levels, { to: 'solved', author, at, acceptance: 'lapsed' });
    });
    if (!event) continue;
    done += 1;
    services.bus.recorded([event]);
  }
  return done;
}

async function findDue(services: Services): Promise<string[]> {
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select conversation_id as id from tickets where accept_by <= ${nowIso(services)}
      order by accept_by limit ${AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}
