import type { DeskComment } from '@beseda/shared/protocol/comments';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { loadDeskComment } from './list-desk-comments';

/** Shows a comment to the article's readers, or takes it from them; can be decided anew. Refuses with `not_found`. */
export async function decideComment(
  ctx: Context,
  { id, state }: { id: string; state: 'shown' | 'hidden' },
): Promise<DeskComment> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  return ctx.inTransaction(async (tx) => {
    const changed = await tx.sql`
      update article_comments set state = ${state}, decided_by = (select id from agents where id = ${actor.agentId}),
        decided_at = ${nowIso(ctx)}
      where id = ${id} and answer_to is null`;
    if (changed.count === 0) throw notFound();
    return loadDeskComment(ctx, tx, id);
  });
}
