import { makeSlug } from '@beseda/shared/domain/make-slug';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Article } from './article-file';
import { keyOf, type Library, type Section, type StoredArticle } from './load-articles';

/**
 * Gives every article the number of the section that its title names. A title that is known keeps its number; a new
 * one takes the article's former section if that has lost its title (renamed), else the section of the article's
 * translation if that has no title in this locale yet, else the next number. Sections without articles are left out.
 */
export function assignSections(articles: readonly Article[], before: Library): Library {
  const book = openBook(articles, before);
  const former = new Map(before.articles.map((article) => [keyOf(article), article.sectionNumber]));
  const settled = new Map<string, StoredArticle>();
  for (const article of [...articles].sort((a, b) => a.number - b.number || compareLocales(a, b))) {
    const { locale, section: title, number } = article;
    const translations = LOCALES.flatMap(
      (other) => settled.get(keyOf({ number, locale: other }))?.sectionNumber ?? [],
    );
    const wanted = [former.get(keyOf(article)) ?? [], translations].flat();
    settled.set(keyOf(article), { ...article, sectionNumber: book.find(locale, title, wanted) });
  }
  return { articles: [...settled.values()], sections: book.sections };
}

interface Book {
  sections: Section[];
  /** The number of a title; gives it one of `wanted` that is free in this locale, or a new one. */
  find(locale: Locale, title: string, wanted: readonly number[]): number;
}

function openBook(articles: readonly Article[], before: Library): Book {
  const used = new Set(articles.map(({ locale, section }) => titleKey(locale, section)));
  const sections = before.sections.filter(({ locale, title }) => used.has(titleKey(locale, title)));
  const numbers = new Map(sections.map(({ locale, title, number }) => [titleKey(locale, title), number]));
  const taken = new Set(sections.map(keyOf));
  let next = 1 + before.sections.reduce((most, { number }) => Math.max(most, number), 0);
  return {
    sections,
    find(locale, title, wanted) {
      const known = numbers.get(titleKey(locale, title));
      if (known !== undefined) return known;
      const number = wanted.find((one) => !taken.has(keyOf({ number: one, locale }))) ?? next++;
      numbers.set(titleKey(locale, title), number);
      taken.add(keyOf({ number, locale }));
      sections.push({ number, locale, slug: makeSlug(title) || 'section', title });
      return number;
    },
  };
}

function titleKey(locale: Locale, title: string): string {
  return `${locale} ${title}`;
}

function compareLocales(a: Article, b: Article): number {
  return LOCALES.indexOf(a.locale) - LOCALES.indexOf(b.locale);
}
