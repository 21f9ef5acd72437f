import type { Locale } from '@beseda/shared/domain/words';

/** What «my requests» shows, as its address says it. `article`: number or slug of one that is read on the way. */
export type Place =
  | { name: 'list' }
  | { name: 'new'; article?: string }
  | { name: 'request'; number: number };

const ADDRESS = /^\/help\/[a-z]+\/requests(?:\/(?:(new)|([1-9]\d{0,8})))?\/?$/;

/** The place of an address; the list where it names none. */
export function readPlace({ pathname, search }: { pathname: string; search: string }): Place {
  const [, isNew, number] = ADDRESS.exec(pathname) ?? [];
  if (number) return { name: 'request', number: Number(number) };
  if (!isNew) return { name: 'list' };
  const article = new URLSearchParams(search).get('article');
  return { name: 'new', ...(article && { article }) };
}

/** The way back: path and query. */
export function addressOf(place: Place, locale: Locale): string {
  const base = `/help/${locale}/requests`;
  if (place.name === 'request') return `${base}/${place.number}`;
  if (place.name === 'list') return base;
  return place.article ? `${base}/new?${new URLSearchParams({ article: place.article })}` : `${base}/new`;
}
