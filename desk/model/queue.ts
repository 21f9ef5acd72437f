import type { QueueView } from '@beseda/shared/domain/words';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import { mergeFact, mergePage, type QueueList, type RowChange } from './queue-list';
import { createStore, type Store } from './store';

export interface QueueState {
  list: QueueList;
  phase: 'loading' | 'ready' | 'failed';
  /** The page behind the loaded rows. */
  more: 'idle' | 'loading' | 'failed';
}

export interface Queue {
  state: Store<QueueState>;
  /** Shows a view from its beginning. */
  open(view: QueueView, query: string): Promise<void>;
  loadMore(): Promise<void>;
  /** After a reconnect: fetches anew what had been loaded, up to `REFRESHED_PAGES`, without emptying the list. */
  refresh(): Promise<void>;
  /** Takes a changed ticket in. */
  take(fact: QueueRow): RowChange;
  find(number: number): QueueRow | undefined;
}

export type FetchQueuePage = (input: {
  view: QueueView;
  query: string;
  cursor: string | null;
}) => Promise<Page<QueueRow>>;

const REFRESHED_PAGES = 5;

/** The live list of one agent. Answers that a later request has overtaken are dropped. */
export function createQueue(options: { agentId: string; fetchPage: FetchQueuePage }): Queue {
  const { agentId, fetchPage } = options;
  const empty: QueueList = { view: 'unassigned', query: '', rows: [], next: null };
  const state = createStore<QueueState>({ list: empty, phase: 'loading', more: 'idle' });
  const facts = new Map<number, QueueRow>();
  let generation = 0;

  async function load(list: QueueList, pages: number): Promise<QueueList> {
    let loaded = list;
    for (let page = 0; page < pages && (page === 0 || loaded.next !== null); page++) {
      const { view, query, next: cursor } = loaded;
      loaded = mergePage(loaded, await fetchPage({ view, query, cursor }), facts, agentId);
    }
    return loaded;
  }

  async function replace(list: QueueList, pages: number): Promise<void> {
    const mine = ++generation;
    facts.clear();
    try {
      const loaded = await load(list, pages);
      if (mine !== generation) return;
      const complete = [...facts.values()].reduce((at, fact) => mergeFact(at, fact, agentId).list, loaded);
      state.set({ list: complete, phase: 'ready', more: 'idle' });
    } catch {
      if (mine === generation)
        state.update((now) => ({ ...now, phase: now.phase === 'ready' ? 'ready' : 'failed' }));
    }
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
      const pages = Math.min(REFRESHED_PAGES, Math.max(1, Math.ceil(list.rows.length / 100)));
      await replace({ ...list, rows: [], next: null }, pages);
    },
    async loadMore() {
      const { list, more, phase } = state.get();
      if (phase !== 'ready' || more === 'loading' || list.next === null) return;
      const mine = generation;
      state.update((now) => ({ ...now, more: 'loading' }));
      const page = await fetchPage({ view: list.view, query: list.query, cursor: list.next }).catch(
        () => null,
      );
      if (mine !== generation) return;
      state.update((now) =>
        page
          ? { ...now, list: mergePage(now.list, page, facts, agentId), more: 'idle' }
          : { ...now, more: 'failed' },
      );
    },
    take(fact) {
      facts.set(fact.number, fact);
      const { list, change } = mergeFact(state.get().list, fact, agentId);
      if (change !== 'ignored') state.update((now) => ({ ...now, list }));
      return change;
    },
    find: (number) => state.get().list.rows.find((row) => row.number === number),
  };
}
