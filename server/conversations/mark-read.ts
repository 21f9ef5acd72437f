import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { seeNotices } from '../mail/queue-notice';

/**
 * Moves the reader's mark forward, never back and never past the end. A follower has their own, which nobody else is told
 * of; a manager reading along moves none.
 */
export async function markRead(ctx: Context, input: { conversationId: string; seq: number }): Promise<void> {
  const { actor } = ctx;
  const moved = await ctx.inTransaction(async (tx) => {
    if (actor.kind === 'agent') {
      await seeNotices(tx, { ...input, agentId: actor.agentId, at: nowIso(ctx) });
    }
    const seq = isRequester(actor)
      ? await moveRequester(tx, actor.personId, input)
      : await moveAgents(tx, input);
    if (seq !== undefined) return { found: true, seq, own: false };
    const own = isRequester(actor) && (await moveFollower(tx, actor.personId, input));
    const seen = own ? [own] : await tx.sql`select 1 from conversations where id = ${input.conversationId}`;
    return { found: seen.length > 0, seq, own };
  });
  if (!moved.found) throw notFound();
  if (moved.own) ctx.bus.touched(input.conversationId);
  if (moved.seq === undefined) return;
  ctx.bus.read({
    conversationId: input.conversationId,
    by: isRequester(actor) ? 'requester' : 'agent',
    seq: moved.seq,
  });
}

interface Mark {
  conversationId: string;
  seq: number;
}

async function moveAgents({ sql }: Transaction, { conversationId, seq }: Mark): Promise<number | undefined> {
  const [row] = await sql<{ seq: number }[]>`
    update conversations set agent_read_seq = least(${seq}::int, last_seq)
    where id = ${conversationId} and agent_read_seq < least(${seq}::int, last_seq)
    returning agent_read_seq as seq`;
  return row?.seq;
}

async function moveRequester(
  { sql }: Transaction,
  personId: string,
  { conversationId, seq }: Mark,
): Promise<number | undefined> {
  const [row] = await sql<{ seq: number }[]>`
    update conversations c set requester_read_seq = least(${seq}::int, last_public_seq), requester_unread = (
      select count(*) from events e where e.conversation_id = c.id and e.seq > least(${seq}::int, last_public_seq)
        and e.kind = 'message' and e.author_kind = 'agent')
    where id = ${conversationId} and person_id = ${personId}
      and requester_read_seq < least(${seq}::int, last_public_seq)
    returning requester_read_seq as seq`;
  return row?.seq;
}

async function moveFollower(
  { sql }: Transaction,
  personId: string,
  { conversationId, seq }: Mark,
): Promise<boolean> {
  const moved = await sql`
    update followers f set read_seq = least(${seq}::int, c.last_public_seq) from conversations c
    where c.id = f.conversation_id and f.conversation_id = ${conversationId} and f.person_id = ${personId}
      and f.read_seq < least(${seq}::int, c.last_public_seq)`;
  return moved.count > 0;
}
