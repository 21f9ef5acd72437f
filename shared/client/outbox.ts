import { uuidv7 } from '../domain/uuid';
import { type Clock, systemClock } from './clock';
import type { Connection } from './connect';
import type { Lock } from './lock';
import {
  type OutboxItem,
  type OutboxNotice,
  type OutboxRow,
  OutboxRows,
  type StoredListener,
} from './outbox-rows';
import { createSender } from './send-outbox';
import type { Store } from './store';
import type { Tabs } from './tabs';
import type { Upload } from './upload-file';

export type NewMessage = Pick<OutboxRow, 'conversationId' | 'text'> &
  Partial<Pick<OutboxRow, 'clientId' | 'event' | 'files' | 'start'>>;

export interface Outbox {
  /** Rows in the order of sending, of one conversation or all. */
  items(conversationId?: string): OutboxItem[];
  /** Stores the message under a client id, then sends it as soon as that is possible. Answers the client id. */
  add(message: NewMessage): Promise<string>;
  /** «Send again» for a refused message. */
  retry(clientId: string): Promise<void>;
  /** Deletes a message that was not sent and answers it, so that its text and files can go back to the composer. */
  remove(clientId: string): Promise<OutboxRow | null>;
  /** Sends what it can within `ms`, deletes the rest, and answers how many messages that were. The last call. */
  drain(ms: number): Promise<number>;
  /** Called after every change, also in other tabs. */
  subscribe(listener: () => void): () => void;
  /** Called for each message that the server has stored, also when another tab sent it. */
  onStored(listener: StoredListener): () => void;
  /** Stops showing a `sent` message: the thread has it. */
  forget(clientId: string): void;
  close(): void;
}

export interface OutboxOptions {
  /** App, company and `sub` as one string. */
  owner: string;
  store: Store;
  connection: Connection;
  upload: Upload;
  lock: Lock;
  /** The owner's tabs: `joinTabs('outbox ' + owner)`. */
  tabs: Tabs<OutboxNotice>;
  clock?: Clock;
}

/** Messages on their way: stored before anything is sent, in strict order per conversation, exactly once by client id. */
export async function createOutbox(options: OutboxOptions): Promise<Outbox> {
  const { owner, store, connection, lock, tabs, clock = systemClock } = options;
  const rows = new OutboxRows(store, owner, tabs);
  await rows.reload();
  const sender = createSender(rows, {
    ...options,
    clock,
    exclusively: (work) => lock(`outbox ${owner}`, work),
  });
  tabs.hear((notice) => {
    if (notice.stored) rows.settled(notice.stored, notice.clientId);
    void rows.reload();
    sender.wake();
  });
  const stopWatching = connection.state.subscribe(sender.wake);
  sender.wake();

  function close(): void {
    stopWatching();
    sender.stop();
    tabs.close();
  }

  return {
    items: (conversationId) =>
      rows.items().filter((item) => !conversationId || item.conversationId === conversationId),
    async add(message) {
      const at = new Date(clock.now()).toISOString();
      const row = { clientId: uuidv7(), event: 'message:send' as const, files: [], ...message, at };
      await rows.add(row);
      sender.wake();
      return row.clientId;
    },
    async retry(clientId) {
      await (await import('./change-outbox')).clearRefusal(rows, clientId);
      sender.wake();
    },
    remove: async (clientId) => (await import('./change-outbox')).removeMessage(rows, clientId),
    async drain(ms) {
      const lost = await (await import('./change-outbox')).drainOutbox(rows, { store, sender, clock, ms });
      close();
      return lost;
    },
    subscribe(listener) {
      rows.listeners.add(listener);
      return () => rows.listeners.delete(listener);
    },
    onStored(listener) {
      rows.storedListeners.add(listener);
      return () => rows.storedListeners.delete(listener);
    },
    forget: (clientId) => rows.forget(clientId),
    close,
  };
}
