import { MARKDOWN_LABELS } from '@beseda/shared/domain/markdown-labels';
import { renderMarkdown } from '@beseda/shared/domain/render-markdown';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { articleUrl } from './article-url';
import { type Edition, roomOf } from './build-edition';
import { keyOf, type StoredArticle } from './load-articles';
import { pictureAt } from './load-pictures';
import type { Reader } from './may-read';

const LINK = /article:(\d{1,9})/g;

/**
 * An article's text as safe HTML for one reader, kept as long as the edition for all whose links lead the same ways.
 * Links to articles that this reader may not read, or that do not exist, are plain text.
 */
export function renderArticle(edition: Edition, reader: Reader, article: StoredArticle): string {
  const linked = [...article.body.matchAll(LINK)].map(([, number = '']) => {
    const found = findArticle(edition, reader, number, article.locale);
    return found ? keyOf(found) : '';
  });
  const key = [keyOf(article), ...linked].join();
  const known = edition.html.get(key);
  if (known !== undefined) return known;
  const made = renderMarkdown(article.body, {
    labels: MARKDOWN_LABELS[article.locale],
    fileSize: (url) => pictureAt(edition.pictures, url),
    articleUrl(number) {
      const found = findArticle(edition, reader, String(number), article.locale);
      return found && articleUrl(found);
    },
  });
  edition.html.set(key, made);
  return made;
}

/** By number or slug, in this locale or else in another one. */
export function findArticle(
  edition: Edition,
  reader: Reader,
  numberOrSlug: string,
  locale: Locale,
): StoredArticle | null {
  const number = /^\d{1,9}$/.test(numberOrSlug) ? Number(numberOrSlug) : Number.NaN;
  for (const each of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const room = roomOf(edition, each, reader);
    const found = room.byNumber.get(number) ?? room.bySlug.get(numberOrSlug);
    if (found) return found;
  }
  return null;
}
