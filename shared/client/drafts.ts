import { type HeldFile, releaseFiles } from './hold-file';
import type { Store } from './store';

/** What stands in a composer and is not sent. */
export interface Draft {
  text: string;
  files: HeldFile[];
}

/** Unsent text and files of one person, per conversation (`new` for one that does not exist yet). */
export interface Drafts {
  load(conversation: string): Promise<Draft>;
  /** All that there are, by conversation. */
  loadAll(): Promise<Record<string, Draft>>;
  /** An empty draft is forgotten. Files are kept: they may have moved into the outbox. */
  save(conversation: string, draft: Draft): Promise<void>;
  /** Deletes all drafts of the owner with their files. */
  clear(): Promise<void>;
}

export function createDrafts(store: Store, owner: string): Drafts {
  const keyOf = (conversation: string) => `${owner} ${conversation}`;
  return {
    async load(conversation) {
      const row = await store.get<Draft>('drafts', keyOf(conversation));
      return { text: row?.text ?? '', files: row?.files ?? [] };
    },
    async loadAll() {
      const rows = await store.list<Draft & { key: string }>('drafts', owner);
      return Object.fromEntries(
        rows.map(({ key, text, files }) => [key.slice(owner.length + 1), { text, files }]),
      );
    },
    async save(conversation, { text, files }) {
      const key = keyOf(conversation);
      if (text || files.length > 0) await store.put('drafts', { key, owner, text, files });
      else await store.delete('drafts', key);
    },
    async clear() {
      for (const { key, files } of await store.list<Draft & { key: string }>('drafts', owner)) {
        await releaseFiles(store, files);
        await store.delete('drafts', key);
      }
    },
  };
}
