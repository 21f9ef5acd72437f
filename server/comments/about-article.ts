import type { Locale } from '@beseda/shared/domain/words';
import type { DeskComment } from '@beseda/shared/protocol/comments';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';

/** The article that something was said of, as it is now; one that is gone has its number for a title. */
export function aboutArticle(
  { articles }: Pick<Services, 'articles'>,
  number: number,
  locale: Locale,
): DeskComment['article'] {
  const found = articles.find(SYSTEM, String(number), locale);
  return { number, locale, title: found?.article.title ?? `${number}`, url: found?.url ?? '' };
}
