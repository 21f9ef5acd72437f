import { MARKDOWN_LABELS } from '@beseda/shared/domain/markdown-labels';
import { renderMarkdown } from '@beseda/shared/domain/render-markdown';
import { LOCALES, type Locale, type Visibility } from '@beseda/shared/domain/words';
import { articleUrl } from './article-url';
import { type Edition, roomOf } from './build-edition';
import type { StoredArticle } from './load-articles';

/**
 * An article's text as safe HTML for one audience, kept as long as the edition. Links to articles that this audience
 * may not read, or that do not exist, are plain text.
 */
export function renderArticle(edition: Edition, audience: Visibility, article: StoredArticle): string {
  const { html } = roomOf(edition, article.locale, audience);
  const known = html.get(article.number);
  if (known !== undefined) return known;
  const made = renderMarkdown(article.body, {
    labels: MARKDOWN_LABELS[article.locale],
    articleUrl(number) {
      const found = findArticle(edition, audience, String(number), article.locale);
      return found && articleUrl(found);
    },
  });
  html.set(article.number, made);
  return made;
}

/** By number or slug, in this locale or else in another one. */
export function findArticle(
  edition: Edition,
  audience: Visibility,
  numberOrSlug: string,
  locale: Locale,
): StoredArticle | null {
  const number = /^\d{1,9}$/.test(numberOrSlug) ? Number(numberOrSlug) : Number.NaN;
  for (const each of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const room = roomOf(edition, each, audience);
    const found = room.byNumber.get(number) ?? room.bySlug.get(numberOrSlug);
    if (found) return found;
  }
  return null;
}
