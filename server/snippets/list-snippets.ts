import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleUse, Snippet } from '@beseda/shared/protocol/knowledge';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';

type Row = Omit<Snippet, 'usedBy'>;

/** The snippets of all locales, or of one, by title, with what refers to them. */
export async function listSnippets(ctx: Context, { locale }: { locale?: Locale }): Promise<Snippet[]> {
  return ctx.inTransaction(async (tx) => withUses(tx, await selectSnippets(tx, { locale })));
}

/** Refuses with `not_found`. */
export async function readSnippet(ctx: Context, id: string): Promise<Snippet> {
  return ctx.inTransaction((tx) => loadSnippet(tx, id));
}

export async function loadSnippet(tx: Transaction, id: string): Promise<Snippet> {
  const [snippet] = await withUses(tx, await selectSnippets(tx, { id }));
  if (!snippet) throw notFound();
  return snippet;
}

async function selectSnippets(
  { sql }: Transaction,
  { id, locale }: { id?: string; locale?: Locale | undefined },
): Promise<Row[]> {
  return sql<Row[]>`
    select s.id, s.key, s.locale, s.title, s.body,
      to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
      case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end as "updatedBy"
    from article_snippets s left join agents a on a.id = s.updated_by
    where ${id === undefined ? sql`true` : sql`s.id = ${id}`}
      and ${locale === undefined ? sql`true` : sql`s.locale = ${locale}`}
    order by s.title collate "ru-x-icu", s.locale desc, s.id`;
}

async function withUses({ sql }: Transaction, snippets: readonly Row[]): Promise<Snippet[]> {
  const keys = [...new Set(snippets.map(({ key }) => key))];
  const uses = await sql<(ArticleUse & { key: string })[]>`
    select distinct found[1] as key, number, locale, title, draft from (
      select number, locale, title, body, false as draft from articles union all
      select number, locale, title, body, true from article_drafts) texts,
      regexp_matches(body, '\\{\\{snippet:([a-z0-9-]+)\\}\\}', 'g') found
    where found[1] = any(${keys}) order by number, locale desc, draft`;
  return snippets.map((snippet) => ({
    ...snippet,
    usedBy: uses
      .filter(({ key }) => key === snippet.key)
      .map(({ number, locale, title, draft }) => ({ number, locale, title, draft })),
  }));
}
