import type { Ticket } from '@beseda/shared/protocol/http';
import type { ServiceLevels } from '../clocks/service-levels';
import { turnClocks } from '../clocks/turn-clocks';
import { writeClocks } from '../clocks/write-clocks';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { isFollower } from '../conversations/followers';
import type { LockedConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockTicket } from './lock-ticket';
import { moveStatus } from './move-status';
import { readTicket } from './read-tickets';

/**
 * The requester says that their ticket is solved, or that a solved one is not: it opens again without a word, and they wait
 * for an answer. Of a task that is said to be done it is the acceptance; to return it, they write what is missing. Followers do not judge. What is so already stays.
 * Refuses with not_found, forbidden, conversation_closed.
 */
export async function judgeSolution(
  ctx: Context,
  { number, solved }: { number: number; solved: boolean },
): Promise<Ticket> {
  if (!isRequester(ctx.actor)) throw notFound();
  const levels = await ctx.serviceLevels.get();
  const event = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    if (isFollower(ctx.actor, locked)) {
      throw new Refusal(
        'forbidden',
        'Only who asked, or a manager of the company, says whether it is solved.',
      );
    }
    if (locked.status === 'closed') {
      throw new Refusal('conversation_closed', 'This conversation is closed. Start a new one.');
    }
    return solved === (locked.status === 'solved') ? null : record(ctx, tx, locked, levels, solved);
  });
  if (event) ctx.bus.recorded([event]);
  return readTicket(ctx, { number });
}

async function record(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
  levels: ServiceLevels,
  solved: boolean,
): Promise<StoredEvent> {
  const at = nowIso(ctx);
  const author = authorOf(ctx.actor);
  if (solved) {
    const acceptance = locked.acceptBy === null ? {} : { acceptance: 'accepted' as const };
    return moveStatus(tx, locked, levels, { to: 'solved', author, at, ...acceptance });
  }
  const { status: from, clocks: before } = locked;
  const to = 'open';
  Object.assign(locked, { status: to, waitingSince: at });
  const { clocks, promise, told } = turnClocks(locked, levels, { kind: 'asked' }, at);
  Object.assign(locked, { clocks, promise });
  const change = { kind: 'status', author, from, to, at } as const;
  const event = await recordChange(tx, locked, { ...change, ...(told ? { promise } : {}) });
  await tx.sql`
    update tickets set status = ${to}, waiting_since = ${locked.waitingSince}, updated_at = ${at}
    where conversation_id = ${locked.id}`;
  await writeClocks(tx, locked, before);
  return event;
}
