import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import { type Context, nowIso } from '../context/context';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { takeFollowersAlong } from './followers';
import { isThanks } from './is-thanks';
import { findMessageEvent } from './load-events';
import { type LockedConversation, lockConversation } from './lock-conversation';
import type { Sending } from './sending';
import { startConversation } from './start-conversation';

export interface Place {
  locked: LockedConversation;
  /** The ticket that this new one goes on from. */
  continues?: LockedConversation;
}

const DAY_MS = 86_400_000;
/** Tickets may lead on to each other; no chain is that long. */
const MOST_HOPS = 50;

/**
 * Where a message belongs that was written on `given`. A requester's goes on to the ticket that `given` was merged into;
 * one on a ticket solved more than `days` ago to the ticket that goes on from it, which is made by the first. So does a
 * mail on a closed ticket: nobody can tell its writer to ask anew. A new question that came as an answer is apart.
 */
export async function findPlace(
  ctx: Context,
  tx: Transaction,
  given: LockedConversation,
  input: MessageInput,
  sending: Sending,
  days: number,
): Promise<Place> {
  const { actor } = ctx;
  if (!isRequester(actor)) return { locked: given };
  const before =
    leadsOn(given) || given.status === 'solved' || sending.mail
      ? await findMessageEvent(tx, actor.personId, input.clientId)
      : null;
  if (before) {
    const leads = await leadsTo(tx, given, before.conversationId);
    return { locked: (leads && (await lockConversation(tx, before.conversationId))) || given };
  }
  if (sending.mail?.apart) {
    return { locked: await startNext(ctx, tx, given, input, sending), continues: given };
  }
  let locked = given;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const old = await isOver(ctx, tx, locked, input, { sending, days });
    const next = locked.links.findLast(
      ({ kind, way }) => way === 'on' && (kind === 'merged' || (old && kind === 'continued')),
    );
    const found = next && (await lockConversation(tx, next.conversationId));
    if (found) locked = found;
    else
      return old
        ? { locked: await startNext(ctx, tx, locked, input, sending), continues: locked }
        : { locked };
  }
  return { locked };
}

/** Whether tickets lead from this one to that, however many lie between. */
async function leadsTo(
  { sql }: Transaction,
  { id }: LockedConversation,
  conversationId: string,
): Promise<boolean> {
  const rows = await sql`
    with recursive ahead (id, links) as (
      select c.id, c.links from conversations c where c.id = ${id}
      union
      select c.id, c.links from ahead a cross join jsonb_array_elements(a.links) as l
        join conversations c on c.id = (l->>'conversationId')::uuid
      where l->>'way' = 'on' and l->>'kind' in ('merged', 'continued', 'split'))
    select 1 from ahead where id = ${conversationId} and id <> ${id}`;
  return rows.length > 0;
}

const leadsOn = ({ links }: LockedConversation) => links.some(({ way }) => way === 'on');

/** Solved more than `days` ago, and this is more than thanks for it. */
async function isOver(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
  input: MessageInput,
  { sending, days }: { sending: Sending; days: number },
): Promise<boolean> {
  if (locked.status === 'closed') return sending.mail !== undefined;
  if (locked.status !== 'solved') return false;
  const [solved] = await tx.sql<{ at: string }[]>`
    select created_at as at from events
    where conversation_id = ${locked.id} and kind = 'status' and data->>'to' = 'solved' order by seq desc limit 1`;
  if (!solved || ctx.now() - Date.parse(solved.at) <= days * DAY_MS) return false;
  return !(await isThanks(tx, locked, input));
}

async function startNext(
  ctx: Context,
  tx: Transaction,
  before: LockedConversation,
  { text, start }: MessageInput,
  { channel, mail }: Sending,
): Promise<LockedConversation> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw new Error('Only requesters go on from a ticket.');
  const id = uuidv7(ctx.now());
  const personId = actor.kind === 'manager' && !mail?.apart ? before.personId : actor.personId;
  const { companyId } = before;
  const at = nowIso(ctx);
  await startConversation(tx, {
    id,
    companyId,
    personId,
    appId: actor.appId,
    channel,
    text,
    start: { ...start, subject: start?.subject ?? before.subject },
    at,
  });
  const started = await lockConversation(tx, id);
  if (!started) throw new Error('The next conversation was not made.');
  if (!mail?.apart) await takeFollowersAlong(tx, before, started, at);
  return started;
}
