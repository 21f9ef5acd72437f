import type { ArticleTranslation, Manuscript } from '@beseda/shared/protocol/kb';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { agentName, loadDraft, loadPublished } from './load-manuscript';
import type { ManuscriptKey } from './manuscript-key';
import { mayPublish, requireWriter } from './may-publish';

/** An article as those who write it see it in one locale, in which it need not be written yet. */
export async function readManuscript(ctx: Context, { number, locale }: ManuscriptKey): Promise<Manuscript> {
  requireWriter(ctx.actor);
  const publisher = await mayPublish(ctx);
  return ctx.inTransaction(async (tx) => {
    const translations = await loadTranslations(tx, number);
    if (translations.length === 0) throw notFound();
    const key = { number, locale };
    return {
      ...key,
      published: await loadPublished(tx, key),
      draft: await loadDraft(tx, key),
      translations,
      place: await loadPlace(tx, number),
      mayPublish: publisher,
    };
  });
}

async function loadTranslations({ sql }: Transaction, number: number): Promise<ArticleTranslation[]> {
  return [
    ...(await sql<ArticleTranslation[]>`
      select locale, coalesce(d.title, a.title) as title, a.version, d.state as draft,
        case when d.number is null then a.translated_from else d.translated_from end as "translatedFrom",
        case when d.number is null then a.translated_version else d.translated_version end as "translatedVersion"
      from (select * from articles where number = ${number}) a
        full join (select * from article_drafts where number = ${number}) d using (locale)
      order by locale desc`),
  ];
}

async function loadPlace({ sql }: Transaction, number: number): Promise<Manuscript['place']> {
  const [row] = await sql<Manuscript['place'][]>`
    select ${agentName(sql, 'p.owner_id')} as owner, p.check_by::text as "checkBy"
    from article_places p where p.number = ${number}`;
  return row ?? { owner: null, checkBy: null };
}
