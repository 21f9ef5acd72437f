import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Article } from './article-file';

/** A section in one locale; the same number in another locale is its translation. */
export interface Section {
  number: number;
  locale: Locale;
  slug: string;
  title: string;
}

export interface StoredArticle extends Article {
  sectionNumber: number;
}

export interface Library {
  articles: StoredArticle[];
  sections: Section[];
}

/** Every article and section, in the order of their numbers. */
export async function loadArticles({ sql }: Transaction): Promise<Library> {
  const sections = await sql<
    Section[]
  >`select number, locale, slug, title from sections order by number, locale`;
  const articles = await sql<StoredArticle[]>`
    select a.number, a.locale, a.slug, a.title, a.section_number as "sectionNumber", s.title as section, a.keywords,
      a.routes, a.author, a.posted::text, a.updated::text, a.visibility, a.body
    from articles a join sections s on s.number = a.section_number and s.locale = a.locale
    order by a.number, a.locale`;
  return { sections: [...sections], articles: [...articles] };
}

/** What names an article, or a section, in one locale. */
export function keyOf({ number, locale }: { number: number; locale: Locale }): string {
  return `${locale} ${number}`;
}
