import type { QueueView } from '@beseda/shared/domain/words';

/** A key press, without the browser. `code` is the key's place, so that any layout works. */
export interface Stroke {
  code: string;
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

export type Command =
  | {
      do:
        | 'next'
        | 'previous'
        | 'reply'
        | 'note'
        | 'search'
        | 'help'
        | 'palette'
        | 'undo'
        | 'go'
        | 'leave'
        | 'call'
        | 'split'
        | 'merge'
        | 'knowledge';
    }
  | { do: 'choose'; what: 'assignee' | 'status' | 'priority' | 'type' }
  | { do: 'view'; view: QueueView };

const LETTERS: Readonly<Record<string, Command>> = {
  KeyJ: { do: 'next' },
  KeyK: { do: 'previous' },
  KeyR: { do: 'reply' },
  KeyN: { do: 'note' },
  KeyA: { do: 'choose', what: 'assignee' },
  KeyS: { do: 'choose', what: 'status' },
  KeyP: { do: 'choose', what: 'priority' },
  KeyT: { do: 'choose', what: 'type' },
  KeyC: { do: 'call' },
  KeyX: { do: 'split' },
  KeyM: { do: 'merge' },
  KeyG: { do: 'go' },
  KeyZ: { do: 'undo' },
  Escape: { do: 'leave' },
};

const VIEWS: Readonly<Record<string, QueueView>> = {
  KeyU: 'unassigned',
  KeyM: 'mine',
  KeyO: 'open',
  KeyP: 'pending',
  KeyS: 'solved',
  KeyA: 'all',
};

/**
 * What a key press asks for; null when it is not ours. `typing`: the focus is in a field, where only Ctrl+K and Esc count.
 * `going`: `g` was pressed just before, and a letter names a view or an area.
 */
export function readStroke(stroke: Stroke, state: { typing: boolean; going: boolean }): Command | null {
  const { code, key, ctrl, alt, shift } = stroke;
  if (ctrl && !alt && !shift && code === 'KeyK') return { do: 'palette' };
  if (ctrl || alt) return null;
  if (state.typing) return code === 'Escape' ? { do: 'leave' } : null;
  if (state.going && !shift && VIEWS[code]) return { do: 'view', view: VIEWS[code] };
  if (state.going && !shift && code === 'KeyK') return { do: 'knowledge' };
  if (key === '?' || (code === 'Slash' && shift)) return { do: 'help' };
  if (key === '/' || code === 'Slash') return { do: 'search' };
  return shift ? null : (LETTERS[code] ?? null);
}
