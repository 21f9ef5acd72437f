import { createValue, type Value } from '@beseda/shared/client/value';
import type { QueueView } from '@beseda/shared/domain/words';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import { mergeFact, mergePage, type QueueList, type RowChange } from './queue-list';

export interface QueueState {
  list: QueueList;
  phase: 'loading' | 'ready' | 'failed';
  /** The page behind the loaded rows. */
  more: 'idle' | 'loading' | 'failed';
}

export interface Queue {
  state: Value<QueueState>;
  /** Shows a view from its beginning. */
  open(view: QueueView, query: string): Promise<void>;
  loadMore(): Promise<void>;
  /** After a reconnect: fetches anew what had been loaded, up to `REFRESHED_PAGES`, without emptying the list. */
  refresh(): Promise<void>;
  /** Takes a changed ticket in. */
  take(fact: QueueRow): RowChange;
  find(number: number): QueueRow | undefined;
}

/** `GET /desk/queue`; never rejects. */
export type FetchQueuePage = (input: {
  view: QueueView;
  query: string;
  cursor: string | null;
}) => Promise<Ack<Page<QueueRow>>>;

export const PAGE_SIZE = 100;
const REFRESHED_PAGES = 5;

/** The live list of one agent. Answers that a later request has overtaken are dropped. */
export function createQueue(options: { agentId: string; fetchPage: FetchQueuePage }): Queue {
  const { agentId, fetchPage } = options;
  const empty: QueueList = { view: 'unassigned', query: '', rows: [], next: null };
  const state = createValue<QueueState>({ list: empty, phase: 'loading', more: 'idle' });
  const change = (next: Partial<QueueState>) => state.set({ ...state.get(), ...next });
  const facts = new Map<number, QueueRow>();
  let generation = 0;

  /** Null when a page could not be had. */
  async function load(list: QueueList, pages: number): Promise<QueueList | null> {
    let loaded = list;
    for (let page = 0; page < pages && (page === 0 || loaded.next !== null); page++) {
      const ack = await fetchPage({ view: list.view, query: list.query, cursor: loaded.next });
      if (!ack.ok) return null;
      loaded = mergePage(loaded, ack.data, facts, agentId);
    }
    return loaded;
  }

  async function replace(list: QueueList, pages: number): Promise<void> {
    const mine = ++generation;
    facts.clear();
    const loaded = await load(list, pages);
    if (mine !== generation) return;
    if (!loaded) return change({ phase: state.get().phase === 'ready' ? 'ready' : 'failed', more: 'idle' });
    const complete = [...facts.values()].reduce((at, fact) => mergeFact(at, fact, agentId).list, loaded);
    state.set({ list: complete, phase: 'ready', more: 'idle' });
  }

  return {
    state,
    async open(view, query) {
      const list = { ...empty, view, query };
      state.set({ list, phase: 'loading', more: 'idle' });
      await replace(list, 1);
    },
    async refresh() {
      const { list } = state.get();
      const pages = Math.min(REFRESHED_PAGES, Math.max(1, Math.ceil(list.rows.length / PAGE_SIZE)));
      await replace({ ...list, rows: [], next: null }, pages);
    },
    async loadMore() {
      const { list, more, phase } = state.get();
      if (phase !== 'ready' || more === 'loading' || list.next === null) return;
      const mine = generation;
      change({ more: 'loading' });
      const ack = await fetchPage({ view: list.view, query: list.query, cursor: list.next });
      if (mine !== generation) return;
      if (!ack.ok) return change({ more: 'failed' });
      change({ list: mergePage(state.get().list, ack.data, facts, agentId), more: 'idle' });
    },
    take(fact) {
      facts.set(fact.number, fact);
      const merged = mergeFact(state.get().list, fact, agentId);
      if (merged.change !== 'ignored') change({ list: merged.list });
      return merged.change;
    },
    find: (number) => state.get().list.rows.find((row) => row.number === number),
  };
}
