import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { lockDraft } from './lock-draft';
import { requirePublisher, writerId } from './may-publish';
import { type PublishInput, prepare } from './publish-draft';

const YEAR_MS = 366 * 24 * 60 * 60_000;

/**
 * Lets the draft go out by itself, at `at`: an instant of the coming year. Refuses like `publishDraft`, so that what is
 * missing is known now.
 */
export async function scheduleDraft(
  ctx: Context,
  { at, ...input }: PublishInput & { at: string },
): Promise<{ publishAt: string }> {
  await requirePublisher(ctx);
  const ahead = Date.parse(at) - ctx.now();
  if (!(ahead > 0 && ahead < YEAR_MS)) {
    throw new Refusal('invalid_input', 'Choose a time from now on, within a year.', { field: 'at' });
  }
  const publishAt = new Date(Date.parse(at)).toISOString();
  await ctx.inTransaction(async (tx) => {
    const draft = await lockDraft(tx, input);
    const { published } = await prepare(ctx, tx, input, draft);
    const row = {
      publish_at: publishAt,
      publish_by: writerId(ctx.actor),
      publish_note: input.note ?? null,
      publish_problem: null,
      base_version: published?.version ?? null,
    };
    await tx.sql`
      update article_drafts set ${tx.sql(row)} where number = ${input.number} and locale = ${input.locale}`;
  });
  return { publishAt };
}

/** Takes the time back; the draft stays. */
export async function unscheduleDraft(ctx: Context, input: PublishInput): Promise<void> {
  await requirePublisher(ctx);
  await ctx.inTransaction(async (tx) => {
    await lockDraft(tx, input);
    await tx.sql`
      update article_drafts set publish_at = null, publish_by = null, publish_note = null
      where number = ${input.number} and locale = ${input.locale}`;
  });
}
