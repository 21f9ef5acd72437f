import type { Transaction } from '../db/connect';
import { addRedirects, articlePath } from './add-redirects';
import { keyOf, type StoredArticle } from './load-articles';
import { isSameText } from './settle-drafts';

/** Who publishes, null: an import; when, and what they say about it. */
export interface Publication {
  by: string | null;
  at: string;
  note?: string | null;
}

const CHUNK = 500;

/**
 * Makes these articles what is published: rows, places, versions, and redirects from slugs that they give up. An article
 * whose text and rule are as before gets no new version. All are taken out first, so that two can change slugs.
 */
export async function writePublished(
  tx: Transaction,
  articles: readonly StoredArticle[],
  { by, at, note = null }: Publication,
): Promise<void> {
  const { sql } = tx;
  const former = await takeOut(tx, articles.map(keyOf));
  const last = await lastVersions(tx, articles.map(keyOf));
  const settled = articles.map((article) => {
    const before = former.get(keyOf(article));
    const same = before !== undefined && isSameText(before, article);
    const version = same ? before.version : 1 + (last.get(keyOf(article)) ?? 0);
    return { article: { ...article, version }, isNew: !same, before };
  });
  const numbers = new Map(articles.map(({ number, position }) => [number, { number, position }]));
  await inChunks(
    [...numbers.values()],
    (rows) => sql`insert into article_places ${sql(rows)} on conflict do nothing`,
  );
  await inChunks(
    settled,
    (rows) => sql`insert into articles ${sql(rows.map(({ article }) => toRow(article)))}`,
  );
  const fresh = settled.filter(({ isNew }) => isNew);
  const published = { published_by: by, published_at: at, note };
  await inChunks(
    fresh,
    (rows) =>
      sql`insert into article_versions ${sql(rows.map(({ article }) => ({ ...toRow(article), ...published })))}`,
  );
  const renamed = settled.filter(({ before, article }) => before && before.slug !== article.slug);
  await addRedirects(
    tx,
    renamed.map(({ article: { number, locale }, before }) => ({
      path: articlePath(locale, before?.slug ?? ''),
      kind: 'article',
      number,
      locale,
    })),
  );
}

async function takeOut({ sql }: Transaction, keys: readonly string[]): Promise<Map<string, StoredArticle>> {
  const rows = await sql<StoredArticle[]>`
    delete from articles where locale || ' ' || number = any(${keys})
    returning number, locale, slug, title, section_number as "sectionNumber", keywords, routes, author, posted::text,
      updated::text, visibility, plans, roles, body, version, translated_from as "translatedFrom",
      translated_version as "translatedVersion"`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Also of articles that are published no more. */
async function lastVersions({ sql }: Transaction, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; last: number }[]>`
    select locale || ' ' || number as key, max(version) as last from article_versions
    where locale || ' ' || number = any(${keys}) group by 1`;
  return new Map(rows.map(({ key, last }) => [key, last]));
}

function toRow(article: StoredArticle) {
  const {
    section: _,
    category: __,
    position: ___,
    sectionNumber,
    translatedFrom,
    translatedVersion,
    ...row
  } = article;
  return {
    ...row,
    section_number: sectionNumber,
    translated_from: translatedFrom,
    translated_version: translatedVersion,
  };
}

async function inChunks<T>(rows: readonly T[], write: (rows: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK));
}
