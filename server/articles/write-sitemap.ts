import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { ArticleShelf } from './article-shelf';
import { articleUrl } from './article-url';
import { escapeXml } from './escape-xml';

/** A page in the languages that have it, path by locale, and the day of its last change. */
interface Listed {
  paths: Partial<Record<Locale, string>>;
  /** `YYYY-MM-DD`. */
  changed: string;
}

/** Fewer than the 50,000 that a sitemap may hold, so that one is written within milliseconds. */
export const PAGES_PER_SITEMAP = 5_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Every page that everybody may read: the home pages, categories, sections and articles. */
export function listPages(shelf: ArticleShelf): Listed[] {
  const pages = new Map<string, Listed>();
  const add = (key: string, locale: Locale, path: string, changed: string) => {
    const known = pages.get(key) ?? { paths: {}, changed: '' };
    known.paths[locale] = path;
    if (changed > known.changed) known.changed = changed;
    pages.set(key, known);
  };
  for (const locale of LOCALES) {
    const articles = new Map(shelf.list(null, locale).map((article) => [article.number, article]));
    const lastOf = (numbers: readonly number[]) =>
      numbers.reduce((last, number) => maxOf(last, articles.get(number)?.updated ?? ''), '');
    add('home', locale, `/help/${locale}`, lastOf([...articles.keys()]));
    for (const { number, url, sections } of shelf.contents(null, locale)) {
      const numbers = sections.flatMap((section) => section.articles.map((article) => article.number));
      if (number !== null) add(`category ${number}`, locale, url, lastOf(numbers));
      for (const section of sections)
        add(
          `section ${section.number}`,
          locale,
          section.url,
          lastOf(section.articles.map((one) => one.number)),
        );
    }
    for (const article of articles.values())
      add(`article ${article.number}`, locale, articleUrl(article), article.updated);
  }
  return [...pages.values()];
}

/** `sheet` counts from 1; null: there is no such one. */
export function writeSitemap(pages: readonly Listed[], publicUrl: string, sheet: number): string | null {
  const shown = pages.slice((sheet - 1) * PAGES_PER_SITEMAP, sheet * PAGES_PER_SITEMAP);
  if (shown.length === 0) return null;
  const urls = shown.flatMap(({ paths, changed }) => {
    const given = LOCALES.flatMap((locale) => {
      const path = paths[locale];
      return path === undefined ? [] : [{ locale, href: escapeXml(publicUrl + path) }];
    });
    const links = given.map(({ locale, href }) => linkTo(locale, href)).join('');
    const any = given[0] ? linkTo('x-default', given[0].href) : '';
    const lastmod = changed && `<lastmod>${changed}</lastmod>`;
    return given.map(({ href }) => `<url><loc>${href}</loc>${lastmod}${links}${any}</url>\n`);
  });
  return `${HEAD}<urlset ${NAMES} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`;
}

/** Where the sitemaps are, when there is more than one. */
export function writeSitemapIndex(count: number, publicUrl: string): string {
  const sheets = Array.from(
    { length: Math.ceil(count / PAGES_PER_SITEMAP) },
    (_, at) => `<sitemap><loc>${escapeXml(publicUrl)}/sitemaps/${at + 1}.xml</loc></sitemap>\n`,
  );
  return `${HEAD}<sitemapindex ${NAMES}>\n${sheets.join('')}</sitemapindex>\n`;
}

function linkTo(lang: string, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`;
}

function maxOf(one: string, other: string): string {
  return one > other ? one : other;
}
