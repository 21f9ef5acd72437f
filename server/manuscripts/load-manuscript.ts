import type { AgentName, ArticleText, DraftText, PublishedText } from '@beseda/shared/protocol/kb';
import { articleUrl } from '../articles/article-url';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import type { ManuscriptKey } from './manuscript-key';

type Sql = Transaction['sql'];

interface StoredDraft extends ArticleText, Omit<DraftText, keyof ArticleText | 'review' | 'schedule'> {
  reviewBy: AgentName | null;
  reviewAt: string | null;
  publishAt: string | null;
  publishBy: AgentName | null;
  publishNote: string | null;
}

/** The columns that drafts, articles and versions share. `t` is the table's alias. */
export function textColumns(sql: Sql, t: string): ReturnType<Sql> {
  const of = (column: string) => sql`${sql(`${t}.${column}`)}`;
  return sql`
    ${of('title')}, ${of('slug')}, ${of('section_number')} as "sectionNumber", ${of('keywords')}, ${of('routes')},
    ${of('visibility')}, ${of('plans')}, ${of('roles')}, ${of('author')}, ${of('body')},
    ${of('translated_from')} as "translatedFrom", ${of('translated_version')} as "translatedVersion"`;
}

/** An agent as `{id, name}`; null where nobody stands in the column. */
export function agentName(sql: Sql, column: string): ReturnType<Sql> {
  return sql`(select jsonb_build_object('id', a.id, 'name', a.name) from agents a where a.id = ${sql(column)})`;
}

/** The draft, and with `lock` its row until the transaction ends. */
export async function loadDraft(
  { sql }: Transaction,
  { number, locale }: ManuscriptKey,
  { lock = false } = {},
): Promise<DraftText | null> {
  const [row] = await sql<StoredDraft[]>`
    select ${textColumns(sql, 'd')}, d.state, d.revision, d.base_version as "baseVersion",
      ${agentName(sql, 'd.review_by')} as "reviewBy", d.review_at as "reviewAt", d.publish_at as "publishAt",
      ${agentName(sql, 'd.publish_by')} as "publishBy", d.publish_note as "publishNote",
      d.publish_problem as "publishProblem", d.source, ${agentName(sql, 'd.edited_by')} as "editedBy",
      d.edited_at as "editedAt"
    from article_drafts d where d.number = ${number} and d.locale = ${locale} ${lock ? sql`for update of d` : sql``}`;
  return row ? presentDraft(row) : null;
}

function presentDraft({
  reviewBy,
  reviewAt,
  publishAt,
  publishBy,
  publishNote,
  ...row
}: StoredDraft): DraftText {
  return {
    ...row,
    review: reviewAt === null ? null : { by: reviewBy, at: toIso(reviewAt) },
    schedule: publishAt === null ? null : { at: toIso(publishAt), by: publishBy, note: publishNote },
    editedAt: toIso(row.editedAt),
  };
}

export async function loadPublished(
  { sql }: Transaction,
  { number, locale }: ManuscriptKey,
): Promise<PublishedText | null> {
  const [row] = await sql<Omit<PublishedText, 'url'>[]>`
    select ${textColumns(sql, 't')}, t.version, t.posted::text, t.updated::text
    from articles t where t.number = ${number} and t.locale = ${locale}`;
  return row ? { ...row, url: articleUrl({ number, locale, slug: row.slug ?? '' }) } : null;
}
