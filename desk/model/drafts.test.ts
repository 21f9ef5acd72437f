import { describe, expect, it } from 'vitest';
import { createDrafts, EMPTY_DRAFT, type KeyValue } from './drafts';

function storage(): KeyValue & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
const draft = { mode: 'note', text: 'Проверить выплату', files: [] } as const;

describe('drafts', () => {
  it('are there after a reload, each with its own ticket', () => {
    const kept = storage();
    createDrafts(kept, 'a').write('c1', { ...draft, files: [] });
    const reloaded = createDrafts(kept, 'a');
    expect(reloaded.read('c1')).toEqual(draft);
    expect(reloaded.read('c2')).toEqual(EMPTY_DRAFT);
  });

  it('of one agent are not shown to another on the same machine', () => {
    const kept = storage();
    createDrafts(kept, 'a').write('c1', { ...draft, files: [] });
    expect(createDrafts(kept, 'b').read('c1')).toEqual(EMPTY_DRAFT);
  });

  it('stay in memory, and say so, where the storage refuses', () => {
    const refusing: KeyValue = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    const drafts = createDrafts(refusing, 'a');
    expect(drafts.write('c1', { ...draft, files: [] })).toBe(false);
    expect(drafts.read('c1')).toEqual(draft);
  });

  it('leave nothing behind when emptied, sent, or stored by something else', () => {
    const kept = storage();
    const drafts = createDrafts(kept, 'a');
    drafts.write('c1', { ...draft, files: [] });
    drafts.write('c1', EMPTY_DRAFT);
    expect(kept.items.size).toBe(0);
    kept.setItem('beseda.desk.draft.a.c2', '{broken');
    expect(drafts.read('c2')).toEqual(EMPTY_DRAFT);
  });
});
