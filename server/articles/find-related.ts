import type { ArticleLink } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleShelf } from './article-shelf';
import type { StoredArticle } from './load-articles';
import type { Viewer } from './may-read';

/** What this viewer may want to read after an article: about the same words, in the same section rather than elsewhere. */
export type RelatedFinder = (viewer: Viewer, article: StoredArticle) => ArticleLink[];

const MOST = 6;
/** Of so many that are alike in words, those of the same section come first. */
const LOOKED_AT = 8;
const KEYWORDS = 6;

/** Found once per table of contents, that is as long as nothing changes. */
export function createRelatedFinder(shelf: ArticleShelf): RelatedFinder {
  const known = new WeakMap<object, Map<number, ArticleLink[]>>();
  return (viewer, article) => {
    const contents = shelf.contents(viewer, article.locale);
    const found = known.get(contents) ?? new Map<number, ArticleLink[]>();
    known.set(contents, found);
    const links = found.get(article.number) ?? findRelated(shelf, viewer, article);
    found.set(article.number, links);
    return links;
  };
}

function findRelated(shelf: ArticleShelf, viewer: Viewer, article: StoredArticle): ArticleLink[] {
  const q = [article.title, ...article.keywords.slice(0, KEYWORDS)].join(' ');
  const hits = shelf
    .search(viewer, { q, locale: article.locale, limit: LOOKED_AT + 1 })
    .filter(({ number }) => number !== article.number);
  const isNear = ({ section }: { section: string }) => section === article.section;
  return [...hits.filter(isNear).slice(0, MOST / 2), ...hits]
    .filter(({ number }, at, all) => all.findIndex((one) => one.number === number) === at)
    .slice(0, MOST)
    .map(({ number, title, url }) => ({ number, title, url }));
}

/** What the words of an address that leads nowhere may have meant. */
export function findClosest(
  shelf: ArticleShelf,
  viewer: Viewer,
  { path, locale }: { path: string; locale: Locale },
): ArticleLink[] {
  const q = wordsOf(path);
  if (q === '') return [];
  const hits = shelf.search(viewer, { q, locale, limit: MOST });
  return hits.map(({ number, title, url }) => ({ number, title, url }));
}

const MOST_LETTERS = 100;

function wordsOf(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  return decode(last)
    .replace(/^\d+-?/, '')
    .replaceAll(/[-_.+]+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
