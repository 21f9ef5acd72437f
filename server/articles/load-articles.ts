import type { Locale } from '@beseda/shared/domain/words';
import { asc } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { articles, sections } from '../db/schema/index';
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
export async function loadArticles({ orm }: Transaction): Promise<Library> {
  const allSections = await orm.select().from(sections).orderBy(asc(sections.number), asc(sections.locale));
  const rows = await orm.select().from(articles).orderBy(asc(articles.number), asc(articles.locale));
  const titles = new Map(allSections.map((section) => [keyOf(section), section.title]));
  return {
    sections: allSections,
    articles: rows.map((row) => ({
      ...row,
      section: titles.get(keyOf({ number: row.sectionNumber, locale: row.locale })) ?? '',
    })),
  };
}

/** What names an article, or a section, in one locale. */
export function keyOf({ number, locale }: { number: number; locale: Locale }): string {
  return `${locale} ${number}`;
}
