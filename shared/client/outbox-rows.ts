import type { ErrorCode } from '../protocol/errors';
import type { ConversationStart, MessageStored } from '../protocol/socket';
import type { HeldFile } from './hold-file';
import type { Store } from './store';
import type { Tabs } from './tabs';

/** Why the server does not take a message; `details.file` names the attachment at fault. */
export interface Refusal {
  code: ErrorCode;
  details?: Record<string, unknown>;
}

/** A message that the server has not taken yet, as it is stored. */
export interface OutboxRow {
  owner: string;
  order: number;
  clientId: string;
  conversationId: string;
  /** `note:write` is for agents. */
  event: 'message:send' | 'note:write';
  text: string;
  files: HeldFile[];
  start?: ConversationStart;
  /** ISO 8601, when the person pressed «send». */
  at: string;
  refused?: Refusal;
}

/** `pending`: waits for the line or its turn. `sent`: stored, and shown until the thread has it. `progress` 0…1. */
export type OutboxState =
  | { kind: 'pending' | 'sending' | 'sent' }
  | { kind: 'uploading'; progress: number }
  | ({ kind: 'refused' } & Refusal);
export type OutboxItem = OutboxRow & { state: OutboxState };

/** What tabs tell each other: rows have changed, or one of them is stored. */
export type OutboxNotice = { stored: MessageStored; clientId: string } | { stored?: undefined };
/** `own`: the row, where this tab has sent it; null where another one has. */
export type StoredListener = (stored: MessageStored, clientId: string, own: OutboxRow | null) => void;

/** The rows of one owner as this tab knows them, in the order of sending, kept the same in all tabs. */
export class OutboxRows {
  all: readonly OutboxRow[] = [];
  readonly listeners = new Set<() => void>();
  readonly storedListeners = new Set<StoredListener>();
  /** What this tab is doing with a row right now, by client id. */
  readonly #doing = new Map<string, OutboxState>();
  readonly #sent = new Map<string, OutboxRow>();
  readonly #store: Store;
  readonly #owner: string;
  readonly #tabs: Tabs<OutboxNotice>;

  constructor(store: Store, owner: string, tabs: Tabs<OutboxNotice>) {
    this.#store = store;
    this.#owner = owner;
    this.#tabs = tabs;
  }

  find = (clientId: string): OutboxRow | undefined => this.all.find((row) => row.clientId === clientId);

  items(): OutboxItem[] {
    const sent = [...this.#sent.values()].map((row) => ({ ...row, state: { kind: 'sent' as const } }));
    const waiting = this.all.map((row) => ({ ...row, state: this.#stateOf(row) }));
    return [...sent, ...waiting];
  }

  async reload(): Promise<void> {
    const rows = await this.#store.list<OutboxRow>('outbox', this.#owner);
    this.all = rows.filter((row) => !this.#sent.has(row.clientId));
    this.#changed();
  }

  async add(row: Omit<OutboxRow, 'owner' | 'order'>): Promise<void> {
    await this.#store.put('outbox', { ...row, owner: this.#owner });
    await this.#spread();
  }

  /** Changes a row, unless it was deleted meanwhile. */
  async change({ order }: OutboxRow, next: (kept: OutboxRow) => OutboxRow): Promise<void> {
    await this.#store.update<OutboxRow>('outbox', order, (kept) => kept && next(kept));
    await this.#spread();
  }

  async delete(row: OutboxRow): Promise<void> {
    await this.#store.delete('outbox', row.order);
    await this.#spread();
  }

  show(clientId: string, state: OutboxState | null): void {
    if (state) this.#doing.set(clientId, state);
    else this.#doing.delete(clientId);
    this.#changed();
  }

  /** The server has the message: the row is deleted, and shown as sent until `forget`. */
  async settle(row: OutboxRow, stored: MessageStored): Promise<void> {
    await this.#store.delete('outbox', row.order);
    for (const file of row.files) await this.#store.delete('files', file.clientId);
    this.#tabs.tell({ stored, clientId: row.clientId });
    this.settled(stored, row.clientId, row);
  }

  /** The same, in a tab that is told. */
  settled(stored: MessageStored, clientId: string, own: OutboxRow | null = null): void {
    const row = this.find(clientId);
    if (row) this.#sent.set(clientId, row);
    this.#doing.delete(clientId);
    this.all = this.all.filter((row) => row.clientId !== clientId);
    for (const listener of this.storedListeners) listener(stored, clientId, own);
    this.#changed();
  }

  forget(clientId: string): void {
    this.#sent.delete(clientId);
  }

  #stateOf({ clientId, refused }: OutboxRow): OutboxState {
    if (refused) return { kind: 'refused', ...refused };
    return this.#doing.get(clientId) ?? { kind: 'pending' };
  }

  #changed(): void {
    for (const listener of this.listeners) listener();
  }

  async #spread(): Promise<void> {
    this.#tabs.tell({});
    await this.reload();
  }
}
