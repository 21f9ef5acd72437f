import type { Locale } from '@beseda/shared/domain/words';

interface Named {
  number: number;
  slug: string;
  locale: Locale;
}

/** The canonical address of an article in the support centre, from the server's root. */
export function articleUrl({ locale, number, slug }: Named): string {
  return `/help/${locale}/article/${number}-${encodeURIComponent(slug)}`;
}

/** The same of a section. */
export function sectionUrl({ locale, number, slug }: Named): string {
  return `/help/${locale}/section/${number}-${encodeURIComponent(slug)}`;
}

/** The same of a category. */
export function categoryUrl({ locale, number, slug }: Named): string {
  return `/help/${locale}/category/${number}-${encodeURIComponent(slug)}`;
}
