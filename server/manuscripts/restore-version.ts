import type { Context } from '../context/context';
import { loadVersion } from './list-versions';
import type { ManuscriptKey } from './manuscript-key';
import { requireWriter } from './may-publish';
import { saveDraft } from './save-draft';

/**
 * Makes the text of a version the draft; readers see it once that is published. `revision`: of the draft that it takes the
 * place of, 0 for none. Refuses with `draft_conflict` when there is another one.
 */
export async function restoreVersion(
  ctx: Context,
  { version, revision, ...key }: ManuscriptKey & { version: number; revision: number },
): Promise<{ revision: number }> {
  requireWriter(ctx.actor);
  const found = await ctx.inTransaction((tx) => loadVersion(tx, { ...key, version }));
  const { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body } = found;
  const { translatedFrom, translatedVersion } = found;
  const rule = { visibility, plans, roles };
  const text = {
    title,
    slug,
    sectionNumber,
    keywords,
    routes,
    author,
    body,
    translatedFrom,
    translatedVersion,
  };
  const saved = await saveDraft(ctx, { ...key, revision, text: { ...text, ...rule } });
  return { revision: saved.revision };
}
