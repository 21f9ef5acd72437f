import { createDrafts } from '@beseda/shared/client/drafts';
import { openStore } from '@beseda/shared/client/store';
import { expect, it } from 'vitest';
import { createDraftBook, EMPTY_DRAFT } from './drafts';

const note = { mode: 'note', text: 'Проверить выплату', files: [] } as const;

/** One browser's storage; each book on it is a visit. Without IndexedDB the store keeps its rows in memory. */
const store = openStore('desk');

async function openBook(owner: string) {
  return createDraftBook(createDrafts(await store, owner));
}

it('are there after a reload, each with its ticket and its mode', async () => {
  await (await openBook('reload')).write('c1', note);
  const reloaded = await openBook('reload');
  expect(reloaded.peek('c1')).toBeUndefined();
  expect(await reloaded.read('c1')).toEqual(note);
  expect(await reloaded.read('c2')).toEqual(EMPTY_DRAFT);
});

it('keep one text when a note becomes a reply', async () => {
  const book = await openBook('turn');
  await book.write('c1', note);
  await book.write('c1', { ...note, mode: 'reply' });
  expect(await (await openBook('turn')).read('c1')).toEqual({ ...note, mode: 'reply' });
});

it('do not overwrite what was typed before the storage answered', async () => {
  await (await openBook('race')).write('c1', note);
  const book = await openBook('race');
  const reading = book.read('c1');
  await book.write('c1', { ...note, text: 'Уже другое' });
  expect((await reading).text).toBe('Уже другое');
});

it('of one agent are not shown to another on the same machine', async () => {
  await (await openBook('a')).write('c1', note);
  expect(await (await openBook('b')).read('c1')).toEqual(EMPTY_DRAFT);
});
