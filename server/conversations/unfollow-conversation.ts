import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { isRequester, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockTicket } from '../tickets/lock-ticket';
import { authorOf } from './author-of';
import { isFollower, loadFollowers } from './followers';
import { recordChange } from './record-change';
import type { StoredEvent } from './stored-event';

/**
 * Somebody follows no more: by their own will, or the requester's, a manager's, an agent's. They see nothing of the
 * conversation from then on, but for managers. Refuses with not_found, forbidden.
 */
export async function unfollowConversation(
  ctx: Context,
  input: { number: number; personId: string },
): Promise<void> {
  const { actor, bus, database } = ctx;
  const companyId = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, input.number);
    const self = isRequester(actor) && actor.personId === input.personId;
    if (!self && isFollower(actor, locked)) {
      throw new Refusal('forbidden', 'Followers take away nobody but themselves.');
    }
    return locked.companyId;
  });
  // Who leaves could not write any more what they leave behind.
  const event = await database.inTransaction(SYSTEM, (tx) => remove(ctx, tx, input));
  if (!event) return;
  bus.recorded([event]);
  bus.left({ conversationId: event.conversationId, companyId, personId: input.personId });
}

async function remove(
  ctx: Context,
  tx: Transaction,
  { number, personId }: { number: number; personId: string },
): Promise<StoredEvent | null> {
  const locked = await lockTicket(tx, number);
  const before = await loadFollowers(tx, locked.id);
  const follower = before.find(({ id }) => id === personId);
  if (!follower) return null;
  await tx.sql`delete from followers where conversation_id = ${locked.id} and person_id = ${personId}`;
  await tx.sql`
    update mail_outbox set state = 'dropped'
    where conversation_id = ${locked.id} and person_id = ${personId} and state = 'waiting'`;
  return recordChange(tx, locked, {
    kind: 'follower',
    author: authorOf(ctx.actor),
    from: null,
    to: null,
    follower,
    left: true,
    state: { followers: before.filter((one) => one !== follower) },
    at: nowIso(ctx),
  });
}
