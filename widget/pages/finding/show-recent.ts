import { forgetSearches, readRecent } from '../../panel/search/recent-searches';

/** Where this browser keeps what was searched on the pages. */
export const SEARCHES = 'beseda.searches';

/** Shows what was searched before while nothing is typed. */
export function showRecent(typed: string): void {
  const section = document.querySelector<HTMLElement>('#recent');
  const clear = section?.querySelector('button');
  if (!section || !clear) return;
  const searches = typed.trim() === '' ? readRecent(SEARCHES) : [];
  section.hidden = searches.length === 0;
  section.querySelector('ul')?.replaceChildren(...searches.map(toItem));
  clear.onclick = () => {
    forgetSearches(SEARCHES);
    section.hidden = true;
    document.querySelector<HTMLElement>('main .search input')?.focus();
  };
}

function toItem(query: string): HTMLElement {
  const link = document.createElement('a');
  link.href = `?${new URLSearchParams({ q: query })}`;
  link.textContent = query;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
