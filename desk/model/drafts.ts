import type { Drafts } from '@beseda/shared/client/drafts';
import type { HeldFile } from '@beseda/shared/client/hold-file';

export type ComposerMode = 'reply' | 'note';

/** What stands in the composer of one ticket: one text, whichever way it will go out. */
export interface Draft {
  mode: ComposerMode;
  text: string;
  files: readonly HeldFile[];
}

export const EMPTY_DRAFT: Draft = { mode: 'reply', text: '', files: [] };

/** Drafts per conversation: at once from memory, and kept in the browser's storage for the next visit. */
export interface DraftBook {
  /** What is known without waiting; undefined before the first `read`. */
  peek(conversationId: string): Draft | undefined;
  read(conversationId: string): Promise<Draft>;
  write(conversationId: string, draft: Draft): Promise<void>;
  /** Called with the id of each conversation whose draft has changed. */
  subscribe(listener: (conversationId: string) => void): () => void;
}

/** The mode is kept in the key: a stored draft is a text and its files. */
const NOTE = ' note';

export function createDraftBook(drafts: Drafts): DraftBook {
  const known = new Map<string, Draft>();
  const listeners = new Set<(conversationId: string) => void>();

  function know(conversationId: string, draft: Draft): void {
    known.set(conversationId, draft);
    for (const listener of listeners) listener(conversationId);
  }

  async function load(conversationId: string): Promise<Draft> {
    const note = await drafts.load(conversationId + NOTE);
    if (note.text !== '' || note.files.length > 0) return { mode: 'note', ...note };
    return { mode: 'reply', ...(await drafts.load(conversationId)) };
  }

  return {
    peek: (conversationId) => known.get(conversationId),
    async read(conversationId) {
      if (!known.has(conversationId)) {
        const draft = await load(conversationId);
        // What was typed while the storage answered is newer than the answer.
        if (!known.has(conversationId)) know(conversationId, draft);
      }
      return known.get(conversationId) ?? EMPTY_DRAFT;
    },
    async write(conversationId, draft) {
      know(conversationId, draft);
      const stored = { text: draft.text, files: [...draft.files] };
      const nothing = { text: '', files: [] };
      await Promise.all([
        drafts.save(conversationId, draft.mode === 'reply' ? stored : nothing),
        drafts.save(conversationId + NOTE, draft.mode === 'note' ? stored : nothing),
      ]);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
