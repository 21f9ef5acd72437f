import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { loadFollowing, loadRows, toSummary } from './load-rows';

/** The requester's own conversations and those that they follow, newest change first. */
export async function listConversations(
  ctx: Context,
  input: { cursor?: string; limit: number },
): Promise<Page<ConversationSummary>> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const { rows, following } = await ctx.inTransaction(async ({ sql }) => {
    const rest = sql`${after ? sql`and (c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by c.updated_at desc, c.id desc limit ${input.limit + 1}`;
    // Picked first, joined then: see the desk's queue.
    const rows = await loadRows(
      { sql },
      sql`where c.id = any(array(
          (select c.id from conversations c where c.person_id = ${actor.personId} ${rest})
          union all
          (select c.id from followers f join conversations c on c.id = f.conversation_id
            where f.person_id = ${actor.personId} ${rest})))
        order by c.updated_at desc, c.id desc limit ${input.limit + 1}`,
    );
    const ids = rows.map(({ id }) => id);
    const mine = sql`f.person_id = ${actor.personId} and f.conversation_id = any(${ids}::uuid[])`;
    return { rows, following: await loadFollowing({ sql }, mine) };
  });
  const page = rows.slice(0, input.limit).map((row) =>
    toSummary(
      row,
      following.find(({ conversationId }) => conversationId === row.id),
    ),
  );
  const last = page.at(-1);
  return {
    results: page,
    next: rows.length > input.limit && last ? encodeCursor([last.updatedAt, last.id]) : null,
  };
}

/** How many of these conversations are not closed or solved, and how many answers they have not seen. */
export async function countOpenConversations(
  ctx: Context,
): Promise<{ openConversations: number; unread: number }> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const [row] = await sql<{ openConversations: number; unread: number }[]>`
      select count(*) filter (where t.status <> 'closed' and (t.status <> 'solved' or mine.unread > 0))::int
          as "openConversations",
        coalesce(sum(mine.unread), 0)::int as unread
      from (
        select id, requester_unread as unread from conversations where person_id = ${actor.personId}
        union all
        select f.conversation_id, (
          select count(*) from events e where e.conversation_id = f.conversation_id and e.seq > f.read_seq
            and e.kind = 'message' and e.author_kind = 'agent')
        from followers f where f.person_id = ${actor.personId}
      ) mine join tickets t on t.conversation_id = mine.id`;
    return row ?? { openConversations: 0, unread: 0 };
  });
}
