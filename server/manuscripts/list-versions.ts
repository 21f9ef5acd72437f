import type { Page } from '@beseda/shared/protocol/http';
import type { VersionRow, VersionText } from '@beseda/shared/protocol/kb';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { agentName, textColumns } from './load-manuscript';
import type { ManuscriptKey } from './manuscript-key';
import { requireWriter } from './may-publish';

type Sql = Transaction['sql'];

const aboutVersion = (sql: Sql) => sql`
  v.version, ${agentName(sql, 'v.published_by')} as "publishedBy", v.published_at as "publishedAt", v.note`;

/** Every publication of an article in one locale, the latest first. */
export async function listVersions(
  ctx: Context,
  { number, locale, cursor, limit }: ManuscriptKey & { cursor?: string; limit: number },
): Promise<Page<VersionRow>> {
  requireWriter(ctx.actor);
  const before = cursor === undefined ? null : decodeCursor(cursor, ['number'])[0];
  const rows = await ctx.inTransaction(async ({ sql }) => {
    const [known] = await sql`select 1 from article_places where number = ${number}`;
    if (!known) throw notFound();
    return sql<VersionRow[]>`
      select ${aboutVersion(sql)}, v.title from article_versions v
      where v.number = ${number} and v.locale = ${locale}
        and ${before === null ? sql`true` : sql`v.version < ${Number(before)}`}
      order by v.version desc limit ${limit + 1}`;
  });
  const results = rows.slice(0, limit).map((row) => ({ ...row, publishedAt: toIso(row.publishedAt) }));
  const last = results.at(-1);
  return { results, next: rows.length > limit && last ? encodeCursor([last.version]) : null };
}

export async function readVersion(
  ctx: Context,
  key: ManuscriptKey & { version: number },
): Promise<VersionText> {
  requireWriter(ctx.actor);
  return ctx.inTransaction((tx) => loadVersion(tx, key));
}

/** Refuses with `not_found`. */
export async function loadVersion(
  { sql }: Transaction,
  { number, locale, version }: ManuscriptKey & { version: number },
): Promise<VersionText> {
  const [row] = await sql<VersionText[]>`
    select ${aboutVersion(sql)}, ${textColumns(sql, 'v')}, v.posted::text, v.updated::text from article_versions v
    where v.number = ${number} and v.locale = ${locale} and v.version = ${version}`;
  if (!row) throw notFound();
  return { ...row, publishedAt: toIso(row.publishedAt) };
}
