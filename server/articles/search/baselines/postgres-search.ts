import postgres from 'postgres';

import type { IndexLocale } from '../article-index';
import type { ScoredArticle, ScoredEngine } from '../score-adapter';

export const name = 'postgres-full-text';

const CONFIGURATION: Record<IndexLocale, string> = { ru: 'russian', en: 'english' };

/**
 * PostgreSQL's full-text search as its documentation shows it: weights A to D, websearch_to_tsquery (AND), ts_rank_cd.
 * `DATABASE_URL` names the server; a temporary table is all it writes.
 */
export async function build(
  articles: readonly ScoredArticle[],
  { lang }: { lang: IndexLocale },
): Promise<ScoredEngine> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) throw new Error('DATABASE_URL must name a PostgreSQL for this baseline');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const configuration = CONFIGURATION[lang];
  await sql`drop table if exists pg_temp.scored`;
  await sql`create temporary table scored (id text primary key, words tsvector not null)`;
  for (const { id, title, headings, keywords, body } of articles) {
    await sql`insert into scored values (${id},
      setweight(to_tsvector(${configuration}::regconfig, ${title}), 'A') ||
      setweight(to_tsvector(${configuration}::regconfig, ${headings.join(' ')}), 'B') ||
      setweight(to_tsvector(${configuration}::regconfig, ${keywords.join(' ')}), 'C') ||
      setweight(to_tsvector(${configuration}::regconfig, ${body}), 'D'))`;
  }
  await sql`create index on scored using gin (words)`;
  return {
    search: async (query, limit) => {
      const rows = await sql<{ id: string }[]>`
        select id from scored, websearch_to_tsquery(${configuration}::regconfig, ${query}) question
        where words @@ question order by ts_rank_cd(words, question) desc, id limit ${limit}`;
      return rows.map(({ id }) => ({ id }));
    },
    close: () => sql.end(),
  };
}
