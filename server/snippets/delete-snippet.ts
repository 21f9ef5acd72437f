import { bumpArticlesVersion } from '../articles/articles-version';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { loadSnippet } from './list-snippets';

/** Deletes a snippet that nothing refers to. Refuses with `not_found`, and with `in_use`: `details.articles` names what does. */
export async function deleteSnippet(ctx: Context, id: string): Promise<void> {
  await ctx.inTransaction(async (tx) => {
    const { usedBy } = await loadSnippet(tx, id);
    if (usedBy.length > 0) {
      throw new Refusal('in_use', 'Articles refer to this snippet.', { details: { articles: usedBy } });
    }
    await tx.sql`delete from article_snippets where id = ${id}`;
    await bumpArticlesVersion(tx);
  });
}
