import type { Attachment } from '@beseda/shared/domain/event';

export type ComposerMode = 'reply' | 'note';

/** What stands in the composer of one ticket: one text, whichever way it will go out, and the files already stored. */
export interface Draft {
  mode: ComposerMode;
  text: string;
  files: Attachment[];
}

/** The part of `Storage` that is needed. Calls may throw, as a browser's do when storage is refused or full. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Drafts {
  read(conversationId: string): Draft;
  /** Writes through at once, so that a reload in mid-word loses nothing. False when only memory holds it. */
  write(conversationId: string, draft: Draft): boolean;
  clear(conversationId: string): void;
}

export const EMPTY_DRAFT: Draft = { mode: 'reply', text: '', files: [] };

/** Drafts of one agent, one per conversation. What the storage refuses is kept in memory. */
export function createDrafts(storage: KeyValue, agentId: string): Drafts {
  const memory = new Map<string, Draft>();
  const keyOf = (conversationId: string) => `beseda.desk.draft.${agentId}.${conversationId}`;

  function forget(conversationId: string) {
    memory.delete(conversationId);
    try {
      storage.removeItem(keyOf(conversationId));
    } catch {
      // Nothing is stored where storing is refused.
    }
  }

  return {
    read(conversationId) {
      return memory.get(conversationId) ?? parseDraft(readItem(storage, keyOf(conversationId)));
    },
    write(conversationId, draft) {
      if (draft.text === '' && draft.files.length === 0 && draft.mode === 'reply') {
        forget(conversationId);
        return true;
      }
      memory.set(conversationId, draft);
      try {
        storage.setItem(keyOf(conversationId), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    clear: forget,
  };
}

function readItem(storage: KeyValue, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function parseDraft(stored: string | null): Draft {
  if (stored === null) return EMPTY_DRAFT;
  try {
    const { mode, text, files } = JSON.parse(stored) as Partial<Draft>;
    return {
      mode: mode === 'note' ? 'note' : 'reply',
      text: typeof text === 'string' ? text : '',
      files: Array.isArray(files) ? files : [],
    };
  } catch {
    return EMPTY_DRAFT;
  }
}
