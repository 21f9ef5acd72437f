import type { Context } from '../context/context';
import { type DraftInput, lockDraft } from './lock-draft';
import { requireWriter } from './may-publish';

/** Throws the draft away. An article that was never published is gone with it; its number is not given again. */
export async function discardDraft(ctx: Context, input: DraftInput): Promise<void> {
  requireWriter(ctx.actor);
  await ctx.inTransaction(async (tx) => {
    await lockDraft(tx, input);
    await tx.sql`delete from article_drafts where number = ${input.number} and locale = ${input.locale}`;
  });
}
