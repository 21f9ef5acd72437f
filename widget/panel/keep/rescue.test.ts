import { createDrafts } from '@beseda/shared/client/drafts';
import { createMemoryStore } from '@beseda/shared/client/memory-store';
import type { OutboxRow } from '@beseda/shared/client/outbox-rows';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { beforeEach, expect, it, vi } from 'vitest';
import type { LastWords } from '../model/last-words';
import { createPanel } from '../model/testing';
import { rescue } from './rescue';

const OWNER = 'app акме 7';
const message = (text: string) => ({ conversationId: uuidv7(), clientId: uuidv7(), text, files: [] });

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

async function after(words: LastWords, rows: object[] = []) {
  const store = createMemoryStore();
  for (const row of rows) await store.put('outbox', { ...row, owner: OWNER });
  const { panel } = createPanel();
  panel.lastWords(words);
  const drafts = createDrafts(store, OWNER);
  const run = () => rescue(panel, { owner: OWNER, store, drafts });
  await run();
  await run();
  const left = await store.list<OutboxRow>('outbox', OWNER);
  return { panel, drafts: await drafts.loadAll(), texts: left.map(({ text }) => text), left };
}

it('brings back what was written last and what was being sent, once', async () => {
  const found = await after([OWNER, { new: { text: 'Черновик', files: [] } }, [message('В пути')]]);
  expect(found.drafts).toEqual({ new: { text: 'Черновик', files: [] } });
  expect(found.left).toMatchObject([{ text: 'В пути', event: 'message:send', at: expect.any(String) }]);
});

it('doubles no message that did reach the outbox', async () => {
  const sent = message('В пути');
  expect((await after([OWNER, {}, [sent]], [sent])).texts).toEqual(['В пути']);
});

it('gives nothing to another person, and keeps it for its own', async () => {
  const { drafts, texts, panel } = await after([
    'app акме 8',
    { new: { text: 'Чужое', files: [] } },
    [message('Чужое')],
  ]);
  expect([drafts, texts]).toEqual([{}, []]);
  expect(panel.lastWords()?.[0]).toBe('app акме 8');
});
