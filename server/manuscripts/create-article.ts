import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleText, DraftText } from '@beseda/shared/protocol/kb';
import { takeArticleNumber } from '../articles/take-article-number';
import { type Context, nowIso } from '../context/context';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import type { ManuscriptKey } from './manuscript-key';
import { requireWriter, writerId } from './may-publish';
import { readText } from './read-text';

export type GivenText = Partial<ArticleText>;

/** Begins an article: a draft under the next free number. What is left out is empty, and for everybody. */
export async function createArticle(
  ctx: Context,
  { locale, source = null, ...given }: GivenText & { locale: Locale; source?: DraftText['source'] },
): Promise<{ number: number; revision: number }> {
  requireWriter(ctx.actor);
  const text = readText(given);
  return ctx.inTransaction(async (tx) => {
    const number = await takeArticleNumber(tx);
    await insertDraft(ctx, tx, { number, locale }, { ...text, source });
    return { number, revision: 1 };
  });
}

/** False: there is one already. `fields` that are left out are those of an empty article. */
export async function insertDraft(
  ctx: Context,
  { sql }: Transaction,
  { number, locale }: ManuscriptKey,
  fields: GivenText & { source?: DraftText['source']; baseVersion?: number | null },
): Promise<boolean> {
  const { source = null, baseVersion = null, ...text } = fields;
  const author = ctx.actor.kind === 'agent' ? ctx.actor.name : await ctx.settings.get('vendor.name');
  const row = {
    ...textRow({ author, title: '', body: '', ...text }),
    number,
    locale,
    base_version: baseVersion,
    edited_by: writerId(ctx.actor),
    edited_at: nowIso(ctx),
  };
  const inserted = await sql`insert into article_drafts ${sql(row)} on conflict do nothing returning 1`;
  if (source) {
    await sql`update article_drafts set source = ${toJson(source)}::jsonb where number = ${number} and locale = ${locale}`;
  }
  return inserted.length > 0;
}

/** The columns of what is given. */
export function textRow(text: GivenText): Record<string, string | number | null | readonly string[]> {
  const { sectionNumber, translatedFrom, translatedVersion, ...rest } = text;
  const columns = {
    ...rest,
    section_number: sectionNumber,
    translated_from: translatedFrom,
    translated_version: translatedVersion,
  };
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])),
  );
}
