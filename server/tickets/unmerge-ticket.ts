import type { Ticket } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import { linkTo, recordLink } from '../conversations/record-links';
import type { StoredEvent, StoredLink } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { letWait } from './let-wait';
import { lockTicket } from './lock-ticket';
import { moveStatus } from './move-status';
import { readTicket } from './read-tickets';

/**
 * Takes a merging back: the ticket is what it was before, and goes on by itself. What was copied stays there, marked as
 * copied: nothing that somebody has read is taken away. What was never merged stays. Refuses with not_found.
 */
export async function unmergeTicket(ctx: Context, number: number): Promise<Ticket> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const recorded = await ctx.inTransaction(async (tx) => {
    const from = await lockTicket(tx, number);
    const link = from.links.find(({ kind, way }) => kind === 'merged' && way === 'on');
    return link ? undo(ctx, tx, from, link) : [];
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return readTicket(ctx, { number });
}

async function undo(
  ctx: Context,
  tx: Transaction,
  from: LockedConversation,
  link: StoredLink,
): Promise<StoredEvent[]> {
  const levels = await ctx.serviceLevels.get();
  const said = { author: authorOf(ctx.actor), at: nowIso(ctx), undone: true };
  const { status, waitingSince } = link.was ?? { status: 'open', waitingSince: null };
  const recorded: StoredEvent[] = [];
  if (status !== from.status) recorded.push(await moveStatus(tx, from, levels, { to: status, ...said }));
  const waiting = waitingSince === null ? {} : await letWait(tx, from, levels, waitingSince, said.at);
  recorded.push(await recordLink(tx, from, link, { ...said, ...waiting }));
  const to = await lockConversation(tx, link.conversationId);
  if (to) recorded.push(await recordLink(tx, to, linkTo(from, 'merged', 'back'), said));
  return recorded;
}
