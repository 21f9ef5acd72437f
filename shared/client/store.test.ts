import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { openStore } from './store';

afterEach(() => void vi.useRealTimers());

it('serves from memory, and says so, where the disk never answers', async () => {
  vi.useFakeTimers();
  const silent = { open: () => new EventTarget() } as unknown as IDBFactory;
  const opening = openStore('silent', silent);
  await vi.advanceTimersByTimeAsync(4000);
  const store = await opening;
  expect(store.durable()).toBe(false);
  await store.put('drafts', { key: 'a', text: 'Черновик' });
  expect(await store.get('drafts', 'a')).toMatchObject({ text: 'Черновик' });
});

it('keeps on disk what a disk that answers takes', async () => {
  const store = await openStore('answers');
  await store.put('drafts', { key: 'a', text: 'Черновик' });
  expect(store.durable()).toBe(true);
  expect(await (await openStore('answers')).get('drafts', 'a')).toMatchObject({ text: 'Черновик' });
});
