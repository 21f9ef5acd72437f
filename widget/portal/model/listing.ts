import type { Connection } from '@beseda/shared/client/connect';
import type { TicketStatus, TicketType } from '@beseda/shared/domain/words';
import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Panel } from '../../panel/model/panel';

/** What a filter lets through, by its name. */
export const STATUSES = {
  all: [],
  active: ['open', 'pending', 'on_hold'],
  yours: ['pending'],
  done: ['solved', 'closed'],
} as const satisfies Record<string, readonly TicketStatus[]>;

export interface Filter {
  status: keyof typeof STATUSES;
  query: string;
  /** A manager's view: their own requests and those they follow, or all of the company. */
  who: 'own' | 'company';
  /** In the company's: whose; empty: anybody's. */
  person: string;
  /** Empty: any. */
  type: TicketType | 'none' | '';
}

/** The list of requests, a page at a time, newest change first. */
export interface Listing {
  filter(): Filter;
  change(patch: Partial<Filter>): void;
  rows(): readonly ConversationSummary[];
  state(): 'loading' | 'ready' | 'failed';
  hasMore(): boolean;
  loadMore(): Promise<void>;
  reload(): Promise<void>;
  /** Keeps the list as the server has it, until the answer is called. */
  follow(connection: Connection): () => void;
  /** Forgets everything: somebody else may come. */
  clear(): void;
}

const PAGE = 30;
/** The most that a list asks for at once when it is loaded anew. */
const MOST = 100;
const PAUSE_MS = 250;
const FRESH: Filter = { status: 'all', query: '', who: 'own', person: '', type: '' };

export function createListing(panel: Panel): Listing {
  let filter = FRESH;
  let rows: readonly ConversationSummary[] = [];
  let next: string | null = null;
  let state: ReturnType<Listing['state']> = 'loading';
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(limit: number, cursor: string | null): Promise<void> {
    clearTimeout(timer);
    running.abort();
    const { signal } = (running = new AbortController());
    const params = [['limit', String(limit)], ...paramsOf(filter), ...pairOf('cursor', cursor ?? '')];
    const path = `/conversations?${new URLSearchParams(params)}`;
    const ack = await panel.http<Page<ConversationSummary>>('GET', path, undefined, { signal });
    if (signal.aborted) return;
    if (ack.ok) {
      const known = cursor ? rows : [];
      const added = ack.data.results.filter(({ id }) => !known.some((row) => row.id === id));
      rows = [...known, ...added];
      next = ack.data.next;
    }
    state = ack.ok ? 'ready' : 'failed';
    panel.touch();
  }

  const reload = () => ask(Math.min(MOST, Math.max(PAGE, rows.length)), null);

  function drop(gone: string): void {
    rows = rows.filter(({ id }) => id !== gone);
    panel.touch();
  }

  function take(row: ConversationSummary): void {
    const { query, who } = filter;
    const me = panel.session?.get()?.person.id;
    // Managers are told of all of their company, and of what they follow no more.
    if (who === 'own' && !row.following && row.requester.id !== me) return drop(row.id);
    const passes = letsThrough(filter, row);
    // Whether it answers the search, only the server knows.
    if (query && !rows.some(({ id }) => id === row.id)) return void reload();
    const others = rows.filter(({ id }) => id !== row.id);
    rows = passes ? [row, ...others].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)) : others;
    panel.touch();
  }

  return {
    filter: () => filter,
    rows: () => rows,
    state: () => state,
    hasMore: () => next !== null,
    loadMore: () => (next ? ask(PAGE, next) : Promise.resolve()),
    reload,
    change(patch) {
      const isTyped = patch.query !== undefined && patch.query.trim() !== filter.query.trim();
      filter = { ...filter, ...patch };
      clearTimeout(timer);
      if (isTyped) timer = setTimeout(() => void ask(PAGE, null), PAUSE_MS);
      else if (patch.query === undefined) {
        state = 'loading';
        void ask(PAGE, null);
      }
      panel.touch();
    },
    follow(connection) {
      if (connection.state.get().kind === 'online') void reload();
      const stops = [
        connection.state.subscribe(({ kind }) => {
          if (kind === 'online') void reload();
        }),
        connection.on('conversation:changed', take),
        connection.on('conversation:left', ({ conversationId }) => drop(conversationId)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    clear() {
      clearTimeout(timer);
      running.abort();
      filter = FRESH;
      rows = [];
      next = null;
      state = 'loading';
    },
  };
}

function letsThrough({ status, who, person, type }: Filter, row: ConversationSummary): boolean {
  const statuses: readonly TicketStatus[] = STATUSES[status];
  return (
    (statuses.length === 0 || statuses.includes(row.status)) &&
    (type === '' || type === (row.type ?? 'none')) &&
    (who === 'own' || person === '' || person === row.requester.id)
  );
}

/** What a filter asks of the server. */
export function paramsOf({ status, query, who, person, type }: Filter): [string, string][] {
  return [
    ...pairOf('status', STATUSES[status].join(',')),
    ...pairOf('type', type),
    ...pairOf('q', query.trim()),
    ...(who === 'company' ? [...pairOf('who', who), ...pairOf('person', person)] : []),
  ];
}

const pairOf = (name: string, value: string): [string, string][] => (value ? [[name, value]] : []);
