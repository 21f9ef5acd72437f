import { createHash } from 'node:crypto';
import { makeSlug } from '@beseda/shared/domain/make-slug';
import type { Locale } from '@beseda/shared/domain/words';
import type { Article } from '../articles/article-file';
import { NO_SECTION } from '../articles/parse-article-file';
import type { ForeignArticle } from './foreign-base';

const LONGEST = { title: 200, section: 100, keyword: 100 };
const MOST_KEYWORDS = 100;

/** An article of theirs as one of ours; `slug` stands where it has one here already. */
export function settleForeign(
  foreign: ForeignArticle,
  { number, slug, author, body }: { number: number; slug: string; author: string; body: string },
): Article {
  const { locale, posted, updated, visibility } = foreign;
  const keywords = foreign.keywords.map((word) => cut(word, LONGEST.keyword)).filter((word) => word !== '');
  const category = foreign.category === null ? null : cut(foreign.category, LONGEST.section) || null;
  return {
    number,
    slug,
    locale,
    title: cut(foreign.title, LONGEST.title),
    category,
    section: cut(foreign.section ?? '', LONGEST.section) || (category ?? NO_SECTION[locale]),
    keywords: [...new Set(keywords)].slice(0, MOST_KEYWORDS),
    routes: [],
    author: cut(foreign.author ?? author, LONGEST.section) || author,
    posted,
    updated: updated < posted ? posted : updated,
    visibility,
    plans: [],
    roles: [],
    body,
  };
}

/** Made from the title; a number follows where another article of this locale has it. */
export function takeSlug(title: string, locale: Locale, taken: Set<string>): string {
  const wanted = makeSlug(title) || 'article';
  let slug = wanted;
  for (let copy = 2; taken.has(`${locale} ${slug}`); copy++) slug = `${wanted}-${copy}`;
  taken.add(`${locale} ${slug}`);
  return slug;
}

/** What a reader would see changed. */
export function hashOf({
  title,
  body,
  keywords,
  visibility,
}: Pick<Article, 'title' | 'body' | 'keywords' | 'visibility'>): string {
  return digest([title, body, keywords, visibility]);
}

/** What the other system said, as far as it was taken. */
export function hashOfGiven(article: Article, isDraft: boolean): string {
  const { slug: _, number: __, ...given } = article;
  return digest([given, isDraft]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

function cut(text: string, longest: number): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim();
}
