import type { Draft } from '@beseda/shared/client/drafts';
import type { NewMessage } from '@beseda/shared/client/outbox';

/** What was not on disk yet when a page went: drafts by conversation, and messages on their way into the outbox. */
export type LastWords = [owner: string, drafts: Record<string, Draft>, messages: NewMessage[]];

const KEY = 'beseda left';

/** What the last page has left here; `left` is put in its place. In the one storage that takes it at once; it may be refused. */
export function lastWords(left?: LastWords | null): LastWords | null {
  try {
    if (left !== undefined) localStorage.setItem(KEY, JSON.stringify(left));
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as LastWords | null;
  } catch {
    return null;
  }
}
