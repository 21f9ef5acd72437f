import type { DraftConflict, DraftText } from '@beseda/shared/protocol/kb';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { type GivenText, insertDraft, textRow } from './create-article';
import { loadDraft, loadPublished } from './load-manuscript';
import type { ManuscriptKey } from './manuscript-key';
import { mayPublish, requireWriter, writerId } from './may-publish';
import { readText } from './read-text';

/** `revision`: the one that the writer knows; 0: they know of no draft. */
export type SaveInput = ManuscriptKey & { revision: number; text: GivenText };

/**
 * Keeps what was written; fields that are left out stay. Refuses with `draft_conflict` when somebody else saved meanwhile,
 * carrying their draft. Saving the same again is no conflict: an answer may have been lost. A draft that waits for its time
 * stays so only if who writes may publish.
 */
export async function saveDraft(
  ctx: Context,
  input: SaveInput,
): Promise<{ revision: number; scheduled: boolean }> {
  requireWriter(ctx.actor);
  const text = readText(input.text);
  const publisher = await mayPublish(ctx);
  return ctx.inTransaction(async (tx) => {
    const stored = await loadDraft(tx, input, { lock: true });
    if (!stored) return begin(ctx, tx, input, text);
    const same = isSame(stored, text);
    if (same) return { revision: stored.revision, scheduled: stored.schedule !== null };
    if (stored.revision !== input.revision) throw await conflict(tx, input, stored);
    const { sql } = tx;
    const row = { ...textRow(text), edited_by: writerId(ctx.actor), edited_at: nowIso(ctx) };
    await sql`
      update article_drafts set ${sql(row)}, revision = revision + 1, publish_problem = null
        ${publisher ? sql`` : sql`, publish_at = null, publish_by = null, publish_note = null`}
      where number = ${input.number} and locale = ${input.locale}`;
    return { revision: stored.revision + 1, scheduled: publisher && stored.schedule !== null };
  });
}

/** The first save: from what is published, or of a translation that is new. */
async function begin(
  ctx: Context,
  tx: Transaction,
  input: SaveInput,
  text: GivenText,
): Promise<{ revision: number; scheduled: boolean }> {
  if (input.revision !== 0) throw await conflict(tx, input, null);
  const published = await loadPublished(tx, input);
  if (!published && !(await isArticle(tx, input.number))) throw notFound();
  const { version = null, url: _url, posted: _posted, updated: _updated, ...base } = published ?? {};
  const inserted = await insertDraft(ctx, tx, input, { ...base, ...text, baseVersion: version });
  if (inserted) return { revision: 1, scheduled: false };
  throw await conflict(tx, input, await loadDraft(tx, input));
}

/** Or once was one: what was discarded may be written again. */
export async function isArticle({ sql }: Transaction, number: number): Promise<boolean> {
  const [row] = await sql`select 1 from article_places where number = ${number}`;
  return row !== undefined;
}

export async function conflict(
  tx: Transaction,
  key: ManuscriptKey,
  draft: DraftText | null,
): Promise<Refusal> {
  const published = await loadPublished(tx, key);
  const details: DraftConflict = { draft, version: published?.version ?? null };
  return new Refusal('draft_conflict', 'Somebody else has changed this draft meanwhile.', {
    details: { ...details },
  });
}

function isSame(stored: DraftText, text: GivenText): boolean {
  const kept = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(text).every(
    ([field, value]) => value === undefined || JSON.stringify(kept.get(field)) === JSON.stringify(value),
  );
}
