import { QUEUE_VIEWS, type QueueView } from '@beseda/shared/domain/words';

/** Where in the desk one is. `number` is the open ticket; `query` the search in the list. */
export interface Place {
  view: QueueView;
  number: number | null;
  query: string;
}

export const HOME: Place = { view: 'unassigned', number: null, query: '' };

/** Reads `/desk/{view}`, `/desk/{view}/{number}` and `/desk/tickets/{number}`; anything else is the first view. */
export function parsePlace(path: string, search = ''): Place {
  const [, , first = '', second = ''] = path.split('/');
  const view = QUEUE_VIEWS.find((name) => name === first);
  if (view === undefined && first !== 'tickets') return HOME;
  return {
    view: view ?? 'all',
    number: /^[1-9]\d{0,9}$/.test(second) ? Number(second) : null,
    query: new URLSearchParams(search).get('q') ?? '',
  };
}

export function formatPlace({ view, number, query }: Place): string {
  const path = number === null ? `/desk/${view}` : `/desk/${view}/${number}`;
  return query === '' ? path : `${path}?${new URLSearchParams({ q: query }).toString()}`;
}

/** The address of a ticket by itself, good in any view. */
export function ticketUrl(number: number): string {
  return `/desk/tickets/${number}`;
}
