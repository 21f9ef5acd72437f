import type { Ticket } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import { linkTo, recordLink } from '../conversations/record-links';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { lockTicket } from './lock-ticket';
import { moveStatus } from './move-status';
import { readTicket } from './read-tickets';

/**
 * Takes a splitting back: the ticket made of a message is closed and untied; the message never left where it was written.
 * What was never split off stays. Refuses with not_found, and with split_answered once anybody has written there.
 */
export async function unsplitTicket(ctx: Context, number: number): Promise<Ticket> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const recorded = await ctx.inTransaction(async (tx) => {
    const origin = await lockOrigin(tx, number);
    const made = await lockTicket(tx, number);
    return origin && isMadeOf(made, origin) ? undo(ctx, tx, origin, made) : [];
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return readTicket(ctx, { number });
}

const isMadeOf = ({ links }: LockedConversation, { id }: LockedConversation) =>
  links.some(({ kind, way, conversationId }) => kind === 'split' && way === 'back' && conversationId === id);

/** Before the ticket made of it: as everywhere, the lower number first. */
async function lockOrigin(tx: Transaction, number: number): Promise<LockedConversation | null> {
  const [link] = await tx.sql<{ id: string }[]>`
    select l->>'conversationId' as id
    from tickets t join conversations c on c.id = t.conversation_id cross join jsonb_array_elements(c.links) as l
    where t.number = ${number} and l->>'kind' = 'split' and l->>'way' = 'back'`;
  return link ? lockConversation(tx, link.id) : null;
}

async function undo(
  ctx: Context,
  tx: Transaction,
  origin: LockedConversation,
  made: LockedConversation,
): Promise<StoredEvent[]> {
  const [written] = await tx.sql`
    select 1 from events
    where conversation_id = ${made.id} and kind in ('message', 'note') and data->'copy' is null limit 1`;
  if (written) throw new Refusal('split_answered', 'Somebody has written in the new ticket already.');
  const levels = await ctx.serviceLevels.get();
  const said = { author: authorOf(ctx.actor), at: nowIso(ctx), undone: true };
  const recorded: StoredEvent[] = [];
  if (made.status !== 'closed') recorded.push(await moveStatus(tx, made, levels, { to: 'closed', ...said }));
  recorded.push(await recordLink(tx, made, linkTo(origin, 'split', 'back'), said));
  recorded.push(await recordLink(tx, origin, linkTo(made, 'split', 'on'), said));
  return recorded;
}
