import type { ShownPromise, StateChange } from '@beseda/shared/domain/event';
import type { Ticket } from '@beseda/shared/protocol/http';
import type { ServiceLevels } from '../clocks/service-levels';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { copyMessages } from '../conversations/copy-messages';
import { takeFollowersAlong } from '../conversations/followers';
import { loadEvents } from '../conversations/load-events';
import type { LockedConversation } from '../conversations/lock-conversation';
import { linkTo, recordLink } from '../conversations/record-links';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { letWait } from './let-wait';
import { lockTicket } from './lock-ticket';
import { moveStatus } from './move-status';
import { readTicket } from './read-tickets';

const LAST_SEQ = 2_147_483_647;
const MOST_EVENTS = 5_000;

/**
 * Merges a ticket into another of the same requester: its messages are copied there, it keeps its number, is locked and
 * leads on. Refuses with not_found, ticket_merged, merge_impossible.
 */
export async function mergeTickets(
  ctx: Context,
  { number, into }: { number: number; into: number },
): Promise<Ticket> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const levels = await ctx.serviceLevels.get();
  const recorded = await ctx.inTransaction(async (tx) => {
    const { from, to } = await lockBoth(tx, number, into);
    if (
      from.links.some(({ kind, way, number: known }) => kind === 'merged' && way === 'on' && known === into)
    )
      return [];
    refuseImpossible(from, to);
    return merge(ctx, tx, from, to, levels);
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return readTicket(ctx, { number });
}

/** The lower number first: whoever merges the other way round at the same time waits. */
async function lockBoth(tx: Transaction, number: number, into: number) {
  if (number === into) throw impossible();
  const first = await lockTicket(tx, Math.min(number, into));
  const second = await lockTicket(tx, Math.max(number, into));
  return number < into ? { from: first, to: second } : { from: second, to: first };
}

function refuseImpossible(from: LockedConversation, to: LockedConversation): void {
  for (const { links } of [from, to]) {
    if (links.some(({ kind, way }) => kind === 'merged' && way === 'on')) {
      throw new Refusal('ticket_merged', 'This ticket was merged into another. Undo that first.');
    }
  }
  if (from.personId !== to.personId || to.status === 'closed') throw impossible();
}

const impossible = () =>
  new Refusal(
    'merge_impossible',
    'Only tickets of one requester can be merged, into one that is not closed.',
    {
      field: 'into',
    },
  );

async function merge(
  ctx: Context,
  tx: Transaction,
  from: LockedConversation,
  to: LockedConversation,
  levels: ServiceLevels,
): Promise<StoredEvent[]> {
  const said = { author: authorOf(ctx.actor), at: nowIso(ctx) };
  const was = { status: from.status, waitingSince: from.waitingSince };
  const range = {
    conversationId: from.id,
    after: 0,
    upTo: LAST_SEQ,
    limit: MOST_EVENTS,
    take: 'first',
  } as const;
  const events = await loadEvents(tx, range);
  const recorded = await copyMessages(tx, from, to, events, { levels, at: said.at });
  let waiting: { promise?: ShownPromise | null; state?: StateChange } = {};
  if (was.waitingSince !== null) {
    if (to.status === 'solved' || to.status === 'pending') {
      recorded.push(await moveStatus(tx, to, levels, { to: 'open', ...said }));
    }
    if (to.waitingSince === null) waiting = await letWait(tx, to, levels, was.waitingSince, said.at);
  }
  const followers = await takeFollowersAlong(tx, from, to, said.at);
  const state = { ...waiting.state, ...(followers === null ? {} : { followers }) };
  recorded.push(await recordLink(tx, to, linkTo(from, 'merged', 'back'), { ...said, ...waiting, state }));
  if (from.status !== 'closed') recorded.push(await moveStatus(tx, from, levels, { to: 'closed', ...said }));
  recorded.push(await recordLink(tx, from, { ...linkTo(to, 'merged', 'on'), was }, said));
  return recorded;
}
