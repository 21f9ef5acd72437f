import { forgetSearches, readRecent } from './recent-searches';

/** Shows what was searched before while nothing is typed. */
export function showRecent(typed: string): void {
  const section = document.querySelector<HTMLElement>('#recent');
  const clear = section?.querySelector('button');
  if (!section || !clear) return;
  const searches = typed.trim() === '' ? readRecent() : [];
  section.hidden = searches.length === 0;
  section.querySelector('ul')?.replaceChildren(...searches.map(toItem));
  clear.onclick = () => {
    forgetSearches();
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
