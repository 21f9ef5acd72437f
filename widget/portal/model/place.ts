import type { Locale } from '@beseda/shared/domain/words';

/**
 * What «my requests» shows, as its address says it. `about`: the number of the article that a question is about; `reading`:
 * number or slug of one that is read on the way; `text`: what was searched for, to begin the question with.
 */
export type Place =
  | { name: 'list' }
  | { name: 'new'; about?: number; reading?: string; text?: string }
  | { name: 'request'; number: number };

const LONGEST_TEXT = 2_000;
const ADDRESS = /^\/help\/[a-z]+\/requests(?:\/(?:(new)|([1-9]\d{0,8})))?\/?$/;

/** The place of an address; the list where it names none. */
export function readPlace({ pathname, search }: { pathname: string; search: string }): Place {
  const [, isNew, number] = ADDRESS.exec(pathname) ?? [];
  if (number) return { name: 'request', number: Number(number) };
  if (!isNew) return { name: 'list' };
  const given = new URLSearchParams(search);
  const about = Number(/^[1-9]\d{0,8}$/.exec(given.get('article') ?? '')?.[0] ?? 0);
  const reading = given.get('read');
  const text = given.get('text')?.slice(0, LONGEST_TEXT);
  return { name: 'new', ...(about > 0 && { about }), ...(reading && { reading }), ...(text && { text }) };
}

/** The way back: path and query. */
export function addressOf(place: Place, locale: Locale): string {
  const base = `/help/${locale}/requests`;
  if (place.name === 'request') return `${base}/${place.number}`;
  if (place.name === 'list') return base;
  const { about, reading } = place;
  const query = new URLSearchParams({
    ...(about && { article: `${about}` }),
    ...(reading && { read: reading }),
  });
  return query.size > 0 ? `${base}/new?${query}` : `${base}/new`;
}
