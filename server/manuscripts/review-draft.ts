import { type Context, nowIso } from '../context/context';
import { type DraftInput, lockDraft } from './lock-draft';
import { requireWriter, writerId } from './may-publish';

/** Asks for a review of the draft, or takes the question back. Its text may go on changing. */
export async function reviewDraft(ctx: Context, input: DraftInput & { asked: boolean }): Promise<void> {
  requireWriter(ctx.actor);
  await ctx.inTransaction(async (tx) => {
    const draft = await lockDraft(tx, input);
    if ((draft.state === 'review') === input.asked) return;
    const { sql } = tx;
    const row = input.asked
      ? { state: 'review', review_by: writerId(ctx.actor), review_at: nowIso(ctx) }
      : { state: 'draft', review_by: null, review_at: null };
    await sql`update article_drafts set ${sql(row)} where number = ${input.number} and locale = ${input.locale}`;
  });
}
