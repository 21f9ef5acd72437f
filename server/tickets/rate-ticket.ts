import type { Rating } from '@beseda/shared/domain/event';
import type { RatingScore } from '@beseda/shared/domain/words';
import type { Ticket } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import type { LockedConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockTicket } from './lock-ticket';
import { readTicket } from './read-tickets';

export interface RatingInput {
  number: number;
  /** Null: they would not say, and are not asked again. */
  score: RatingScore | null;
  comment?: string | undefined;
}

/**
 * The requester says of a solved ticket how they were helped; while it stays solved, they may say otherwise. It never opens
 * the ticket. Refuses with not_found, forbidden (a manager who reads along), ticket_merged, ticket_not_solved.
 */
export async function rateTicket(
  ctx: Context,
  { number, score, comment = '' }: RatingInput,
): Promise<Ticket> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const event = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    if (locked.personId !== actor.personId) {
      throw new Refusal('forbidden', 'Only the person who asked can say how they were helped.');
    }
    checkSolved(locked);
    const rating = { score, comment: score === null ? '' : comment.trim(), at: nowIso(ctx) };
    return isNews(await readRating(tx, locked), rating) ? record(ctx, tx, locked, rating) : null;
  });
  if (event) ctx.bus.recorded([event]);
  return readTicket(ctx, { number });
}

function checkSolved({ status, links }: LockedConversation): void {
  if (links.some(({ kind, way }) => kind === 'merged' && way === 'on')) {
    throw new Refusal('ticket_merged', 'This ticket was merged into another, which can be rated.');
  }
  if (status !== 'solved' && status !== 'closed') {
    throw new Refusal('ticket_not_solved', 'A ticket can be rated once it is solved.');
  }
}

async function readRating(
  { sql }: Transaction,
  { id }: LockedConversation,
): Promise<Pick<Rating, 'score' | 'comment'> | null> {
  const [row] = await sql<Pick<Rating, 'score' | 'comment'>[]>`
    select score, comment from ratings where conversation_id = ${id}`;
  return row ?? null;
}

/** Who has said it does not take it back by not wanting to say. */
function isNews(before: Pick<Rating, 'score' | 'comment'> | null, { score, comment }: Rating): boolean {
  if (!before) return true;
  return score !== null && (score !== before.score || comment !== before.comment);
}

async function record(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
  rating: Rating,
): Promise<StoredEvent> {
  const { score, comment, at } = rating;
  const author = authorOf(ctx.actor);
  const event = await recordChange(tx, locked, { kind: 'rating', author, from: null, to: rating, at });
  await tx.sql`
    insert into ratings (conversation_id, company_id, person_id, score, comment, agent_id, team_id, rated_at)
    select conversation_id, company_id, ${locked.personId}, ${score}, ${comment}, assignee_id, team_id, ${at}
    from tickets where conversation_id = ${locked.id}
    on conflict (conversation_id) do update
      set score = excluded.score, comment = excluded.comment, rated_at = excluded.rated_at`;
  await tx.sql`update tickets set updated_at = ${at} where conversation_id = ${locked.id}`;
  return event;
}
