import { keyOf, type StoredArticle } from '../articles/load-articles';
import type { Transaction } from '../db/connect';
import type { Known } from './load-known';

interface DraftWriting {
  at: string;
  drafts: readonly StoredArticle[];
  /** Just published: a draft that an earlier run made of one of them has done its work. */
  published: readonly StoredArticle[];
  known: Known;
}

export async function writeDrafts(
  { sql }: Transaction,
  { at, drafts, published, known }: DraftWriting,
): Promise<void> {
  const imported = new Set([...known.imported.values()].map(keyOf));
  const done = published.map(keyOf).filter((key) => known.drafts.has(key) && imported.has(key));
  if (done.length > 0) {
    await sql`delete from article_drafts where base_version is null and locale || ' ' || number = any(${done})`;
  }
  for (const {
    number,
    locale,
    title,
    sectionNumber,
    keywords,
    visibility,
    author,
    body,
    position,
  } of drafts) {
    await sql`insert into article_places (number, position) values (${number}, ${position}) on conflict do nothing`;
    await sql`
      insert into article_drafts (number, locale, title, section_number, keywords, visibility, author, body, edited_at)
      values (${number}, ${locale}, ${title}, ${sectionNumber}, ${keywords}, ${visibility}, ${author}, ${body}, ${at})
      on conflict (number, locale) do update set title = excluded.title, keywords = excluded.keywords,
        visibility = excluded.visibility, author = excluded.author, body = excluded.body, edited_at = excluded.edited_at,
        revision = article_drafts.revision + 1`;
  }
}
