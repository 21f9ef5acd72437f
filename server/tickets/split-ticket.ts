import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Ticket } from '@beseda/shared/protocol/http';
import type { ServiceLevels } from '../clocks/service-levels';
import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { copyMessages } from '../conversations/copy-messages';
import { takeFollowersAlong } from '../conversations/followers';
import { loadEvents } from '../conversations/load-events';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import { linkTo, recordLink } from '../conversations/record-links';
import { startConversation } from '../conversations/start-conversation';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { letWait } from './let-wait';
import { lockTicket } from './lock-ticket';
import { readTicket } from './read-tickets';

/**
 * Takes one message of a requester out into a ticket of its own: copied, never moved, with links both ways. The same
 * message gives the same ticket. Refuses with not_found.
 */
export async function splitTicket(
  ctx: Context,
  { number, seq, subject }: { number: number; seq: number; subject?: string },
): Promise<Ticket> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const levels = await ctx.serviceLevels.get();
  const { id, recorded } = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    const known = locked.links.find((link) => link.kind === 'split' && link.way === 'on' && link.seq === seq);
    if (known) return { id: known.conversationId, recorded: [] };
    const range = { conversationId: locked.id, after: seq - 1, upTo: seq, limit: 1, take: 'first' } as const;
    const [event] = await loadEvents(tx, range);
    if (event?.kind !== 'message' || event.author.kind !== 'requester') throw notFound();
    return record(ctx, tx, locked, event, levels, subject);
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return readTicket(ctx, { id });
}

async function record(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
  event: StoredEvent,
  levels: ServiceLevels,
  subject: string | undefined,
): Promise<{ id: string; recorded: StoredEvent[] }> {
  const at = nowIso(ctx);
  const author = authorOf(ctx.actor);
  const { companyId, personId, channel } = locked;
  const id = uuidv7(ctx.now());
  const text = event.message?.text ?? '';
  const start = subject ? { subject } : {};
  await startConversation(tx, { id, companyId, personId, appId: null, channel, text, start, at });
  const made = await lockConversation(tx, id);
  if (!made) throw new Error('The new conversation was not made.');
  await takeFollowersAlong(tx, locked, made, at);
  const copies = await copyMessages(tx, locked, made, [event], { levels, at });
  // Where the answer is still owed, it is owed from when it was asked for.
  const since = locked.waitingSince !== null && locked.waitingSince <= event.at ? event.at : at;
  const waiting = await letWait(tx, made, levels, since, at);
  const back = await recordLink(tx, made, linkTo(locked, 'split', 'back'), { author, at, ...waiting });
  const on = { ...linkTo(made, 'split', 'on'), seq: event.seq };
  return { id, recorded: [...copies, back, await recordLink(tx, locked, on, { author, at })] };
}
