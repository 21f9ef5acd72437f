import { generalRoute } from '@beseda/shared/domain/general-route';
import { trimRoute } from '../articles/search/match-route';

const MOST_LETTERS = 300;

/** The page that a route is one case of. Null for the first page, which is nobody's topic, and for what may name somebody. */
export function pageOfRoute(route: string): string | null {
  const page = generalRoute(trimRoute(route));
  const named = page.startsWith('/') && page !== '/' && !/@|%40/.test(page);
  return named && page.length <= MOST_LETTERS ? page : null;
}
