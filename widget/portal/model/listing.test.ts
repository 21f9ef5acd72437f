import type { Connection } from '@beseda/shared/client/connect';
import { createValue } from '@beseda/shared/client/value';
import type { ConversationSummary } from '@beseda/shared/protocol/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPanel, pass, SESSION, serve } from '../../panel/model/testing';
import { createListing } from './listing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const row = (id: string, minute: number, changes: Partial<ConversationSummary> = {}) =>
  ({
    id,
    status: 'open',
    requester: { id: 'p1', name: 'Иван' },
    following: false,
    updatedAt: `2026-11-27T08:${String(minute).padStart(2, '0')}:00.000Z`,
    ...changes,
  }) as ConversationSummary;
const page = (...results: ConversationSummary[]): [number, unknown] => [200, { results, next: null }];

/** A line that is up, on which a test says that a conversation has changed. */
function createLine() {
  const listeners: Record<string, (fact: unknown) => void> = {};
  const connection = {
    state: createValue({ kind: 'connecting' }),
    on: (fact: string, listener: (fact: unknown) => void) => {
      listeners[fact] = listener;
      return () => {};
    },
  } as unknown as Connection & { state: ReturnType<typeof createValue<{ kind: string }>> };
  return {
    connection,
    change: (changed: ConversationSummary) => listeners['conversation:changed']?.(changed),
    leave: (conversationId: string) => listeners['conversation:left']?.({ conversationId }),
  };
}

const ids = (listing: ReturnType<typeof createListing>) => listing.rows().map(({ id }) => id);

describe('the list of requests', () => {
  it('asks once for a burst of keys, and shows no answer to what was typed before', async () => {
    const answers: ((answer: [number, unknown]) => void)[] = [];
    const calls = serve(() => new Promise((resolve) => answers.push(resolve)));
    const listing = createListing(createPanel().panel);
    for (const query of ['о', 'от', 'отч']) listing.change({ query });
    await pass(250);
    expect(calls.map(({ path }) => path)).toEqual([
      `/conversations?${new URLSearchParams({ limit: '30', q: 'отч' })}`,
    ]);
    listing.change({ query: 'отчёт' });
    await pass(250);
    answers[1]?.(page(row('new', 2)));
    answers[0]?.(page(row('late', 1)));
    await pass();
    expect(ids(listing)).toEqual(['new']);
  });

  it('asks for the statuses that a filter stands for', async () => {
    const calls = serve(() => page());
    const listing = createListing(createPanel().panel);
    listing.change({ status: 'done' });
    await pass();
    expect(calls.at(-1)?.path).toBe('/conversations?limit=30&status=solved%2Cclosed');
  });

  it('puts what has changed on top, and takes out what the filter lets through no more', async () => {
    serve(() => page(row('b', 2), row('a', 1)));
    const { panel } = createPanel();
    panel.session = { get: () => SESSION } as typeof panel.session;
    const listing = createListing(panel);
    const { connection, change } = createLine();
    listing.follow(connection);
    listing.change({ status: 'active' });
    await pass();
    change(row('a', 3));
    expect(ids(listing)).toEqual(['a', 'b']);
    change(row('b', 4, { status: 'solved' }));
    expect(ids(listing)).toEqual(['a']);
  });

  it("leaves colleagues out of one's own list, and takes them into that of the company", async () => {
    serve(() => page(row('a', 1)));
    const { panel } = createPanel();
    panel.session = { get: () => SESSION } as typeof panel.session;
    const listing = createListing(panel);
    const { connection, change, leave } = createLine();
    listing.follow(connection);
    await listing.reload();
    const colleague = { id: 'p2', name: 'Пётр' };
    change(row('theirs', 2, { requester: colleague }));
    expect(ids(listing)).toEqual(['a']);
    change(row('followed', 3, { requester: colleague, following: true }));
    expect(ids(listing)).toEqual(['followed', 'a']);
    leave('followed');
    expect(ids(listing)).toEqual(['a']);
    // One that was on its way comes after all; the next says how it is.
    change(row('followed', 3, { requester: colleague, following: true }));
    change(row('followed', 4, { requester: colleague }));
    expect(ids(listing)).toEqual(['a']);
    listing.change({ who: 'company' });
    await pass();
    change(row('theirs', 4, { requester: colleague }));
    expect(ids(listing)).toEqual(['theirs', 'a']);
  });

  it('asks the server whether a stranger answers the search', async () => {
    const answers = [page(row('a', 1)), page(row('c', 5), row('a', 1))];
    const calls = serve(() => answers.shift() ?? page());
    const { panel } = createPanel();
    panel.session = { get: () => SESSION } as typeof panel.session;
    const listing = createListing(panel);
    const { connection, change } = createLine();
    listing.follow(connection);
    listing.change({ query: 'отчёт' });
    await pass(250);
    change(row('c', 5));
    await pass();
    expect(calls).toHaveLength(2);
    expect(ids(listing)).toEqual(['c', 'a']);
  });

  it('goes on from the cursor without repeating a row, and is loaded whole when the line is back', async () => {
    const answers: [number, unknown][] = [
      [200, { results: [row('c', 3), row('b', 2)], next: 'more' }],
      [200, { results: [row('b', 2), row('a', 1)], next: null }],
      page(row('d', 4)),
    ];
    const calls = serve(() => answers.shift() as [number, unknown]);
    const listing = createListing(createPanel().panel);
    await listing.reload();
    await listing.loadMore();
    expect(ids(listing)).toEqual(['c', 'b', 'a']);
    expect(listing.hasMore()).toBe(false);
    const { connection } = createLine();
    listing.follow(connection);
    connection.state.set({ kind: 'online' });
    await pass();
    expect(calls.map(({ path }) => path)).toEqual([
      '/conversations?limit=30',
      '/conversations?limit=30&cursor=more',
      '/conversations?limit=30',
    ]);
    expect(ids(listing)).toEqual(['d']);
  });

  it('says that it could not be loaded, and forgets everything with the person', async () => {
    serve(() => [503, { code: 'unavailable' }]);
    const listing = createListing(createPanel().panel);
    listing.change({ status: 'yours' });
    await pass();
    expect(listing.state()).toBe('failed');
    listing.clear();
    expect(listing.filter().status).toBe('all');
    expect(listing.state()).toBe('loading');
  });
});
