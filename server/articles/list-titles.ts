import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleTitles } from '@beseda/shared/protocol/http';
import type { Services } from '../context/context';
import type { Viewer } from './may-read';

/** Titles of those articles among `numbers` that this viewer may read, in this locale or else in another one. */
export function listTitles(
  { articles }: Pick<Services, 'articles'>,
  viewer: Viewer,
  { numbers, locale }: { numbers: readonly number[]; locale: Locale },
): ArticleTitles {
  const results = [...new Set(numbers)].flatMap((number) => {
    const found = articles.find(viewer, String(number), locale);
    return found?.article.number === number ? [{ number, title: found.article.title }] : [];
  });
  return { results };
}
