import type { Panel } from '../model/panel';

const MOST = 6;
const LONGEST = 200;

/** Apart for each person: nobody is shown what another has searched. */
export const placeOfSearches = (panel: Panel): string => `beseda.searches ${panel.owner()}`;

/** What was searched in this browser, newest first, kept nowhere else: under `place`. */
export function readRecent(place: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(place: string, query: string): void {
  const text = query.trim().slice(0, LONGEST);
  if (text !== '') keep(place, [text, ...readRecent(place).filter((one) => one !== text)].slice(0, MOST));
}

export function forgetSearches(place: string): void {
  keep(place, []);
}

/** A browser that keeps nothing has no recent searches. */
function keep(place: string, searches: readonly string[]): void {
  try {
    if (searches.length > 0) localStorage.setItem(place, JSON.stringify(searches));
    else localStorage.removeItem(place);
  } catch {}
}
