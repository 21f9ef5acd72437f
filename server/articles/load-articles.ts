import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Article } from './article-file';
import { mapInSlices } from './search/keep-pace';

/** For whom something is: `visibility`, and of those the plans and roles that are named; none named: all of them. */
export interface Rule {
  visibility: Visibility;
  plans: string[];
  roles: ReaderRole[];
}

/** A category in one locale; the same number in another locale is its translation. */
export interface Category extends Rule {
  number: number;
  locale: Locale;
  slug: string;
  title: string;
  lead: string;
  position: number;
}

/** The same of a section. */
export interface Section extends Category {
  categoryNumber: number | null;
  routes: string[];
}

export interface StoredArticle extends Article {
  sectionNumber: number;
  version: number;
  position: number;
  translatedFrom: Locale | null;
  translatedVersion: number | null;
}

/** Everything published, and where it stands. */
export interface Library {
  articles: StoredArticle[];
  sections: Section[];
  categories: Category[];
}

/** Texts that were read before, by `keyOf`, each with the version of its row. */
export type KnownBodies = Map<string, { row: string; body: string }>;

/** Reading all of them in one go would keep requests waiting. */
const ROWS_AT_ONCE = 100;

/** Every published article, section and category, in the order of their numbers. Texts that are `known` are not read again; then it knows these. */
export async function loadArticles({ sql }: Transaction, known: KnownBodies = new Map()): Promise<Library> {
  const categories = await sql<Category[]>`
    select c.number, c.locale, c.slug, c.title, c.lead, p.position, p.visibility, p.plans, p.roles
    from categories c join category_places p using (number) order by c.number, c.locale`;
  const sections = await sql<Section[]>`
    select s.number, s.locale, s.slug, s.title, s.lead, p.position, p.visibility, p.plans, p.roles, p.routes,
      p.category_number as "categoryNumber"
    from sections s join section_places p using (number) order by s.number, s.locale`;
  const found = sql<(Omit<StoredArticle, 'body'> & { row: string })[]>`
    select a.number, a.locale, a.slug, a.title, a.section_number as "sectionNumber", s.title as section,
      c.title as category, a.keywords, a.routes, a.author, a.posted::text, a.updated::text, a.visibility, a.plans,
      a.roles, a.version, p.position, a.translated_from as "translatedFrom",
      a.translated_version as "translatedVersion", a.xmin::text as row
    from articles a join article_places p on p.number = a.number
      join sections s on s.number = a.section_number and s.locale = a.locale
      left join section_places sp on sp.number = a.section_number
      left join categories c on c.number = sp.category_number and c.locale = a.locale
    order by a.number, a.locale`.cursor(ROWS_AT_ONCE);
  const heads = await mapInSlices(await collect(found), (head) => ({ key: keyOf(head), head }));
  await updateBodies({ sql }, heads, known);
  const articles = await mapInSlices(heads, ({ key, head: { row: _row, ...head } }): StoredArticle[] => {
    const body = known.get(key)?.body;
    return body === undefined ? [] : [{ ...head, body }];
  });
  return { categories: [...categories], sections: [...sections], articles: articles.flat() };
}

async function updateBodies(
  { sql }: Pick<Transaction, 'sql'>,
  heads: readonly { key: string; head: { number: number; row: string } }[],
  known: KnownBodies,
): Promise<void> {
  const keys = new Set(heads.map(({ key }) => key));
  for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  const changed = heads.filter(({ key, head }) => known.get(key)?.row !== head.row);
  if (changed.length === 0) return;
  const numbers = [...new Set(changed.map(({ head }) => head.number))];
  const read = sql<{ number: number; locale: Locale; row: string; body: string }[]>`
    select number, locale, xmin::text as row, body from articles where number = any(${numbers}::int[])
    `.cursor(ROWS_AT_ONCE);
  for (const { row, body, ...named } of await collect(read)) known.set(keyOf(named), { row, body });
}

async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** What names an article, a section or a category in one locale. */
export function keyOf({ number, locale }: { number: number; locale: Locale }): string {
  return `${locale} ${number}`;
}
