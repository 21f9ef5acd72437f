import type { Filter } from './model/listing';
import type { Portal } from './model/portal';

const KEY = 'beseda requests';

/** How the list was narrowed down in this tab, by the same person: reload and the other language keep it. */
export function recallFilter({ panel, listing }: Portal): void {
  try {
    const [person, filter] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string?, Filter?];
    if (filter && person === panel.owner()) listing.change({ ...filter });
  } catch {
    // Refused here, or not ours: the list begins as ever.
  }
}

let kept: Filter | null = null;

export function keepFilter({ panel, listing }: Portal): void {
  const filter = listing.filter();
  if (filter === kept || panel.state.access.kind !== 'staff') return;
  kept = filter;
  try {
    sessionStorage.setItem(KEY, JSON.stringify([panel.owner(), filter]));
  } catch {
    // Then it lasts no longer than the page.
  }
}
