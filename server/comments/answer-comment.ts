import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { DeskComment } from '@beseda/shared/protocol/comments';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { readText } from './add-comment';
import { loadDeskComment } from './list-desk-comments';

/** An agent's answer, under the comment, which is shown from then on. Refuses with `not_found`, `invalid_input`. */
export async function answerComment(ctx: Context, input: { id: string; text: string }): Promise<DeskComment> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const text = readText(input.text);
  return ctx.inTransaction(async (tx) => {
    const [comment] = await tx.sql<{ articleNumber: number; locale: string }[]>`
      update article_comments set state = 'shown', decided_by = coalesce((select id from agents where id = ${actor.agentId}), decided_by),
        decided_at = coalesce(decided_at, ${nowIso(ctx)})
      where id = ${input.id} and answer_to is null
      returning article_number as "articleNumber", locale`;
    if (!comment) throw notFound();
    await tx.sql`
      insert into article_comments (id, article_number, locale, answer_to, agent_id, text, state, created_at)
      values (${uuidv7(ctx.now())}, ${comment.articleNumber}, ${comment.locale}, ${input.id},
        (select id from agents where id = ${actor.agentId}), ${text}, 'shown', ${nowIso(ctx)})`;
    return loadDeskComment(ctx, tx, input.id);
  });
}
