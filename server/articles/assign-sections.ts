import { makeSlug } from '@beseda/shared/domain/make-slug';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Article } from './article-file';
import { type Category, keyOf, type Library, type Section, type StoredArticle } from './load-articles';
import { compareKeys, numberTitles, titleKey } from './number-titles';

/** The last numbers that were ever given. */
export interface LastNumbers {
  section: number;
  category: number;
}

/** A section's title, with its category's, as articles name it. */
type Named = Pick<Article, 'locale' | 'category' | 'section'>;
type Assigned = Article & { sectionNumber: number };

/**
 * Gives every article the number of the section that its titles of category and section name, and every section that
 * of its category; see `numberTitles`. A title alone names the section where the article was, or else any of that
 * title. Sections and categories without articles stay.
 */
export function assignSections(
  articles: readonly Article[],
  before: Library,
  last: LastNumbers = lastOf(before),
): Library {
  const former = new Map(before.articles.map((article) => [keyOf(article), article]));
  const whole = nameCategories(articles, before, former).sort(compareKeys);
  const bearers = whole.map((article) => ({
    number: article.number,
    locale: article.locale,
    title: nameOf(article),
    former: former.get(keyOf(article))?.sectionNumber,
  }));
  const numbers = numberTitles(bearers, before.sections.map(nameSection(before)), last.section);
  const assigned = whole.map((article): Assigned => {
    const title = nameOf(article);
    return { ...article, sectionNumber: numbers.get(titleKey({ ...article, title })) ?? 0 };
  });
  const { categories, categoryOf } = assignCategories(assigned, before, last.category);
  const titles = new Map(categories.map((category) => [keyOf(category), category.title]));
  return {
    categories,
    sections: settleSections(assigned, before, categoryOf),
    articles: assigned.map((article) => {
      const number = categoryOf(article.sectionNumber) ?? 0;
      const category = titles.get(keyOf({ number, locale: article.locale })) ?? null;
      return { ...keepStored(article, former.get(keyOf(article))), category };
    }),
  };
}

/** An article that names no category is in its section's. */
function nameCategories(
  articles: readonly Article[],
  before: Library,
  former: ReadonlyMap<string, StoredArticle>,
): Article[] {
  const titles = new Map(before.categories.map((category) => [keyOf(category), category.title]));
  const known = new Map<string, Section[]>();
  for (const section of before.sections) {
    known.set(titleKey(section), [...(known.get(titleKey(section)) ?? []), section]);
  }
  const given = new Map(
    articles.flatMap((one) => (one.category === null ? [] : [[sectionKey(one), one.category] as const])),
  );
  return articles.map((article) => {
    if (article.category !== null) return article;
    const alike = known.get(sectionKey(article)) ?? [];
    const section =
      alike.find(({ number }) => number === former.get(keyOf(article))?.sectionNumber) ??
      alike.find(({ categoryNumber }) => categoryNumber === null) ??
      alike[0];
    if (!section) return { ...article, category: given.get(sectionKey(article)) ?? null };
    const number = section.categoryNumber ?? 0;
    return { ...article, category: titles.get(keyOf({ number, locale: article.locale })) ?? null };
  });
}

function assignCategories(articles: readonly Assigned[], before: Library, last: number) {
  const former = new Map(before.sections.map((section) => [section.number, section.categoryNumber]));
  const bearers = articles.flatMap(({ sectionNumber: number, locale, category: title }) =>
    title === null ? [] : [{ number, locale, title, former: former.get(number) ?? undefined }],
  );
  const numbers = numberTitles(bearers, before.categories, last);
  const bySection = new Map(
    LOCALES.toReversed().flatMap((locale) =>
      bearers
        .filter((bearer) => bearer.locale === locale)
        .map((bearer) => [bearer.number, numbers.get(titleKey(bearer)) ?? null] as const),
    ),
  );
  const stored = new Map(before.categories.map((category) => [keyOf(category), category]));
  for (const { locale, title } of bearers) {
    const number = numbers.get(titleKey({ locale, title })) ?? 0;
    const kept = stored.get(keyOf({ number, locale })) ?? placeOf(before.categories, number);
    if (kept.title !== title) stored.set(keyOf({ number, locale }), { ...kept, ...headingOf(locale, title) });
  }
  return {
    categories: [...stored.values()].sort(compareKeys),
    categoryOf: (section: number) => bySection.get(section) ?? former.get(section) ?? null,
  };
}

function settleSections(
  articles: readonly Assigned[],
  before: Library,
  categoryOf: (section: number) => number | null,
): Section[] {
  const stored = new Map(before.sections.map((section) => [keyOf(section), section]));
  for (const { locale, section: title, sectionNumber: number } of articles) {
    const key = keyOf({ number, locale });
    const kept = stored.get(key) ?? {
      categoryNumber: null,
      routes: [],
      ...placeOf(before.sections, number),
    };
    if (kept.title !== title) stored.set(key, { ...kept, ...headingOf(locale, title) });
  }
  return [...stored.values()]
    .sort(compareKeys)
    .map((section) => ({ ...section, categoryNumber: categoryOf(section.number) }));
}

/** As it stands in the other locale, or new and for everybody. */
function placeOf<T extends Category>(known: readonly T[], number: number): T | Category {
  const other = known.find((one) => one.number === number);
  if (other) return { ...other, title: '', lead: '' };
  const heading = { locale: 'ru', slug: '', title: '', lead: '' } as const;
  return { ...heading, number, position: number, visibility: 'public', plans: [], roles: [] };
}

function headingOf(locale: Locale, title: string) {
  return { locale, title, slug: makeSlug(title) || 'section' };
}

function keepStored(article: Assigned, stored: StoredArticle | undefined): StoredArticle {
  const { number: position } = article;
  const fresh = { version: 0, position, translatedFrom: null, translatedVersion: null };
  const { version, translatedFrom, translatedVersion } = stored ?? fresh;
  return { ...article, version, position: stored?.position ?? position, translatedFrom, translatedVersion };
}

function nameSection({ categories }: Library) {
  const titles = new Map(categories.map((category) => [keyOf(category), category.title]));
  return ({ number, locale, title, categoryNumber }: Section) => {
    const category = titles.get(keyOf({ number: categoryNumber ?? 0, locale })) ?? null;
    return { number, locale, title: nameOf({ locale, category, section: title }) };
  };
}

function nameOf({ category, section }: Named): string {
  return JSON.stringify([category, section]);
}

function sectionKey({ locale, section }: Named): string {
  return titleKey({ locale, title: section });
}

function lastOf({ sections, categories }: Library): LastNumbers {
  const most = (known: readonly { number: number }[]) =>
    known.reduce((last, { number }) => Math.max(last, number), 0);
  return { section: most(sections), category: most(categories) };
}
