import { articleFileUrl } from '@beseda/shared/domain/article-file-url';
import type { Page } from '@beseda/shared/protocol/http';
import type { ArticleFileRow } from '@beseda/shared/protocol/knowledge';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import type { Transaction } from '../db/connect';

export interface FileQuery {
  /** Part of a name. */
  q?: string;
  unused?: boolean;
  cursor?: string;
  limit: number;
}

type Row = Omit<ArticleFileRow, 'url'>;

/** The files of the knowledge base, the latest first. Refuses with `invalid_cursor`. */
export async function listArticleFiles(ctx: Context, query: FileQuery): Promise<Page<ArticleFileRow>> {
  const { q = '', unused = false, cursor, limit } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
  return ctx.inTransaction(async (tx) => {
    const { sql } = tx;
    const rows = await sql<Row[]>`
      with used as (${usesOf(tx)})
      select f.id, f.name, f.type, f.size::float8 as size, f.width, f.height,
        to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
        case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end as "uploadedBy",
        coalesce(u.uses, 0)::int as uses
      from article_files f left join agents a on a.id = f.uploaded_by left join used u on u.id = f.id
      where ${q === '' ? sql`true` : sql`position(lower(${q}) in lower(f.name)) > 0`}
        and ${unused ? sql`u.id is null` : sql`true`}
        and ${after ? sql`(f.created_at, f.id) < (${after[0]}, ${after[1]})` : sql`true`}
      order by f.created_at desc, f.id desc limit ${limit + 1}`;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null;
    return { results: shown.map((row) => ({ ...row, url: articleFileUrl(row) })), next };
  });
}

/** How often each file stands in a text: published, being written, of a former version, or a snippet. */
export function usesOf({ sql }: Transaction) {
  return sql`
    select found[1]::uuid as id, count(*) as uses
    from (select body from articles union all select body from article_drafts
        union all select body from article_versions union all select body from article_snippets) texts,
      regexp_matches(body, '/help/files/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/', 'g') found
    group by 1`;
}
