import { bumpArticlesVersion } from '../articles/articles-version';
import { lockNumbers } from '../articles/take-article-number';
import { recordAudit } from '../audit/record-audit';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { insertDraft } from './create-article';
import { loadPublished } from './load-manuscript';
import { auditIdOf, type ManuscriptKey } from './manuscript-key';
import { requirePublisher } from './may-publish';
import { tellAudit } from './publish-draft';

/** Takes an article away from readers. Its text stays as a draft, unless there is one already; its versions stay. */
export async function unpublishArticle(ctx: Context, key: ManuscriptKey): Promise<void> {
  await requirePublisher(ctx);
  await ctx.inTransaction(async (tx) => {
    await lockNumbers(tx);
    const published = await loadPublished(tx, key);
    if (!published) throw notFound();
    const { version: _v, url: _u, posted: _p, updated: _d, ...text } = published;
    await insertDraft(ctx, tx, key, text);
    await tx.sql`delete from articles where number = ${key.number} and locale = ${key.locale}`;
    const name = published.title;
    await recordAudit(ctx, tx, {
      kind: 'article',
      id: auditIdOf(key),
      name,
      before: tellAudit(published),
    });
    await bumpArticlesVersion(tx);
  });
}
