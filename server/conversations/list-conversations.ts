import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { keepPlan } from '../db/keep-plan';
import { loadFollowing, loadRows, toSummary } from './load-rows';
import { type ConversationFilter, pickerFor } from './pick-conversations';

/** A requester's conversations, newest change first. Refuses with forbidden who asks for more than they may see. */
export async function listConversations(
  ctx: Context,
  input: ConversationFilter & { cursor?: string; limit: number },
): Promise<Page<ConversationSummary>> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const picker = pickerFor(actor, input);
  const { rows, following } = await ctx.inTransaction(async ({ sql }) => {
    if (input.cursor !== undefined) await keepPlan(sql);
    const rows = await loadRows({ sql }, picker.pick(sql, input));
    const ids = rows.map(({ id }) => id);
    const mine = sql`f.person_id = ${actor.personId} and f.conversation_id = any(${ids}::uuid[])`;
    return { rows, following: await loadFollowing({ sql }, mine) };
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    results: page.map((row) => {
      const mark = following.find(({ conversationId }) => conversationId === row.id);
      return toSummary(row, actor.personId, mark);
    }),
    next: rows.length > input.limit && last ? encodeCursor(picker.keysOf(last)) : null,
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
