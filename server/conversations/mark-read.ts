import { type Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';

/** Moves the reader's mark forward, never back and never past the end. A manager reading along does not move the requester's. */
export async function markRead(ctx: Context, input: { conversationId: string; seq: number }): Promise<void> {
  const { actor } = ctx;
  const moved = await ctx.inTransaction(async ({ sql }) => {
    if (!isRequester(actor)) {
      const rows = await sql<{ seq: number }[]>`
        update conversations set agent_read_seq = least(${input.seq}::int, last_seq)
        where id = ${input.conversationId} and agent_read_seq < least(${input.seq}::int, last_seq)
        returning agent_read_seq as seq`;
      return { found: true, seq: rows[0]?.seq };
    }
    const rows = await sql<{ seq: number }[]>`
      update conversations c set requester_read_seq = least(${input.seq}::int, last_public_seq), requester_unread = (
        select count(*) from events e where e.conversation_id = c.id and e.seq > least(${input.seq}::int, last_public_seq)
          and e.kind = 'message' and e.author_kind = 'agent')
      where id = ${input.conversationId} and person_id = ${actor.personId}
        and requester_read_seq < least(${input.seq}::int, last_public_seq)
      returning requester_read_seq as seq`;
    if (rows[0]) return { found: true, seq: rows[0].seq };
    const seen = await sql`select 1 from conversations where id = ${input.conversationId}`;
    return { found: seen.length > 0, seq: undefined };
  });
  if (!moved.found) throw notFound();
  if (moved.seq === undefined) return;
  ctx.bus.read({
    conversationId: input.conversationId,
    by: isRequester(actor) ? 'requester' : 'agent',
    seq: moved.seq,
  });
}
