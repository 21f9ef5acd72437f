import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { loadRows, toSummary } from './load-rows';

/** The requester's own conversations, newest change first. */
export async function listConversations(
  ctx: Context,
  input: { cursor?: string; limit: number },
): Promise<Page<ConversationSummary>> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction(({ sql }) =>
    loadRows(
      { sql },
      // Picked first, joined then: see the desk's queue.
      sql`where c.id = any(array(
          select c.id from conversations c where c.person_id = ${actor.personId}
            ${after ? sql`and (c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          order by c.updated_at desc, c.id desc limit ${input.limit + 1}))
        order by c.updated_at desc, c.id desc`,
    ),
  );
  const page = rows.slice(0, input.limit).map(toSummary);
  const last = page.at(-1);
  return {
    results: page,
    next: rows.length > input.limit && last ? encodeCursor([last.updatedAt, last.id]) : null,
  };
}

/** How many of the requester's conversations are not closed or solved, and how many answers they have not seen. */
export async function countOpenConversations(
  ctx: Context,
): Promise<{ openConversations: number; unread: number }> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const [row] = await sql<{ openConversations: number; unread: number }[]>`
      select count(*) filter (where t.status <> 'closed' and (t.status <> 'solved' or c.requester_unread > 0))::int
          as "openConversations",
        coalesce(sum(c.requester_unread), 0)::int as unread
      from conversations c join tickets t on t.conversation_id = c.id where c.person_id = ${actor.personId}`;
    return row ?? { openConversations: 0, unread: 0 };
  });
}
