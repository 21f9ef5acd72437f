import { authorOf } from '../conversations/author-of';
import type { LockedConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

/** Agents read in the thread that a mail about it did not get to its reader. */
export function recordUndelivered(
  tx: Transaction,
  locked: LockedConversation,
  { at, ...undelivered }: { address: string; status: string | null; marked: boolean; at: string },
): Promise<StoredEvent> {
  const author = authorOf(SYSTEM);
  return recordChange(tx, locked, {
    kind: 'undelivered',
    author,
    from: null,
    to: null,
    undelivered,
    audience: 'agents',
    at,
  });
}
