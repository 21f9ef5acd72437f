import type { Transaction } from '../db/connect';
import type { LockedConversation } from './lock-conversation';
import { recordChange } from './record-change';
import type { StoredEvent } from './stored-event';

/** A requester who writes on a ticket that waits for them, or is solved, opens it again. */
export async function reopenTicket(
  tx: Transaction,
  locked: LockedConversation,
  author: StoredEvent['author'],
  at: string,
): Promise<StoredEvent[]> {
  if (locked.status !== 'pending' && locked.status !== 'solved') return [];
  const event = await recordChange(tx, locked, {
    kind: 'status',
    author,
    from: locked.status,
    to: 'open',
    at,
    ...(locked.acceptBy === null ? {} : { acceptance: 'returned', state: { acceptBy: null } }),
  });
  await tx.sql`
    update tickets set status = 'open', accept_by = null, updated_at = ${at} where conversation_id = ${locked.id}`;
  Object.assign(locked, { status: 'open', acceptBy: null });
  return [event];
}
