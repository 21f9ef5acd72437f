import { applyEvents } from '../domain/apply-event';
import type { ConversationEvent, RequesterConversation, Thread } from '../domain/event';
import type { ErrorCode } from '../protocol/errors';
import type { Presence } from '../protocol/socket';
import { isSessionOver, isTransient } from './ack';
import type { Connection } from './connect';
import type { Outbox } from './outbox';
import type { OutboxItem } from './outbox-rows';
import { bySeq, type OpenedThread, receive } from './receive-opened';

/** An open conversation as it is shown. */
export interface ThreadView<C extends RequesterConversation, E extends ConversationEvent> {
  /** Null until the first answer, or when there is none (`refused`). */
  thread: Thread<C, E> | null;
  /** Own messages that the thread does not have yet, in the order of sending. */
  pending: OutboxItem[];
  presence: Presence[];
  /** True while the thread may lack something that the server has. */
  stale: boolean;
  /** Why the server does not give the conversation: `not_found`, `forbidden`, … */
  refused: ErrorCode | null;
}

export interface Threads<C extends RequesterConversation, E extends ConversationEvent> {
  /** Loads the conversation and keeps it up to date until `close`, across reconnects. */
  open(conversationId: string): void;
  close(conversationId: string): void;
  view(conversationId: string): ThreadView<C, E>;
  /** Loads what stands before the thread's first event; false when it could not. */
  loadEarlier(conversationId: string): Promise<boolean>;
  /** Says that `me` has read up to the thread's last event. */
  markRead(conversationId: string): void;
  setPresence(conversationId: string, mode: 'viewing' | 'replying' | 'none'): void;
  /** Called with the id of each conversation whose view has changed. */
  subscribe(listener: (conversationId: string) => void): () => void;
  /** Called for each event that arrives live, not for those that are loaded. */
  onEvent(listener: (conversationId: string, event: E) => void): () => void;
  destroy(): void;
}

export interface ThreadsOptions {
  connection: Connection;
  outbox: Outbox | null;
  me: 'requester' | 'agent';
  /** Whose marks a requester's thread carries, where they asked; a follower's stand nowhere in it. */
  personId?: string;
}

interface Entry<C extends RequesterConversation, E extends ConversationEvent> extends OpenedThread<C, E> {
  stale: boolean;
  refused: ErrorCode | null;
  /** Facts that came while an answer was on its way; they are applied after it. */
  waiting: E[] | null;
  /** Ask again after the answer that is on its way. */
  again: boolean;
  readSent: number;
}

/**
 * Keeps open conversations equal to the server's: events are applied in order, a gap is fetched, and after a
 * reconnect everything since the last `seq`. Generic over what the viewer sees (requester or agent).
 */
export function createThreads<C extends RequesterConversation, E extends ConversationEvent>({
  connection,
  outbox,
  me,
  personId,
}: ThreadsOptions): Threads<C, E> {
  const entries = new Map<string, Entry<C, E>>();
  const listeners = new Set<(conversationId: string) => void>();
  const eventListeners = new Set<(conversationId: string, event: E) => void>();
  const isOnline = () => connection.state.get().kind === 'online';
  const changed = (id: string) => {
    for (const listener of listeners) listener(id);
  };

  async function load(id: string, entry: Entry<C, E>): Promise<void> {
    if (entry.waiting) {
      entry.again = true;
      return;
    }
    if (!isOnline()) return;
    entry.waiting = [];
    entry.again = false;
    const after = entry.thread?.conversation.lastSeq;
    const ack = await connection.request('conversation:open', {
      conversationId: id,
      ...(after === undefined ? {} : { after }),
    });
    const waiting = entry.waiting;
    entry.waiting = null;
    if (entries.get(id) !== entry) return;
    if (ack.ok) {
      entry.refused = null;
      Object.assign(entry, receive<C, E>(entry, ack.data));
      entry.stale = false;
      for (const event of bySeq(waiting)) take(id, entry, event);
    } else if (!isTransient(ack.code) && !isSessionOver(ack.code)) {
      entry.refused = ack.code;
      entry.thread = null;
    }
    if (entry.again) void load(id, entry);
    changed(id);
  }

  function take(id: string, entry: Entry<C, E>, event: E): void {
    if (entry.waiting) entry.waiting.push(event);
    if (entry.waiting || !entry.thread) return;
    const { thread, outcome } = applyEvents(entry.thread, [event]);
    entry.thread = thread;
    if (outcome === 'gap') {
      entry.stale = true;
      void load(id, entry);
    }
  }

  function onConnection(): void {
    for (const [id, entry] of entries) {
      entry.stale = true;
      entry.presence = [];
      entry.readSent = 0;
      void load(id, entry);
      changed(id);
    }
  }

  function withEntry(id: string, work: (entry: Entry<C, E>) => void): void {
    const entry = entries.get(id);
    if (!entry) return;
    work(entry);
    changed(id);
  }

  const stops = [
    connection.state.subscribe(onConnection),
    connection.on('event:recorded', ({ conversationId, event }) => {
      withEntry(conversationId, (entry) => take(conversationId, entry, event as E));
      for (const listener of eventListeners) listener(conversationId, event as E);
    }),
    connection.on('read:marked', ({ conversationId, by, seq }) => {
      withEntry(conversationId, (entry) => {
        const { thread } = entry;
        const field = by === 'requester' ? 'requesterReadSeq' : 'agentReadSeq';
        if (!thread || thread.conversation[field] >= seq) return;
        entry.thread = { ...thread, conversation: { ...thread.conversation, [field]: seq } };
      });
    }),
    connection.on('conversation:left', ({ conversationId }) => {
      // Whoever shows it opens it again, and is told that there is none.
      if (entries.delete(conversationId)) changed(conversationId);
    }),
    connection.on('presence:changed', ({ conversationId, presence }) => {
      withEntry(conversationId, (entry) => {
        entry.presence = presence;
      });
    }),
    outbox?.onStored(({ conversationId, event }) => {
      withEntry(conversationId, (entry) => {
        if (entry.thread) take(conversationId, entry, event as E);
        else void load(conversationId, entry);
      });
    }),
    outbox?.subscribe(() => {
      for (const id of entries.keys()) changed(id);
    }),
  ];

  function pendingOf(id: string, thread: Thread<C, E> | null): OutboxItem[] {
    const known = new Set(thread?.events.map((event) => 'message' in event && event.message.clientId));
    return (outbox?.items(id) ?? []).filter((item) => {
      const shown = known.has(item.clientId);
      if (shown) outbox?.forget(item.clientId);
      return !shown;
    });
  }

  return {
    open(id) {
      if (entries.has(id)) return;
      const entry: Entry<C, E> = {
        thread: null,
        presence: [],
        stale: true,
        refused: null,
        waiting: null,
        again: false,
        readSent: 0,
      };
      entries.set(id, entry);
      void load(id, entry);
    },
    close(id) {
      if (entries.delete(id)) void connection.request('conversation:close', { conversationId: id });
    },
    view(id) {
      const { thread = null, presence = [], stale = true, refused = null } = entries.get(id) ?? {};
      return { thread, pending: pendingOf(id, thread), presence, stale, refused };
    },
    async loadEarlier(id) {
      const { loadEarlier } = await import('./load-earlier');
      const { thread } = entries.get(id) ?? {};
      const earlier = thread ? await loadEarlier(connection, thread) : null;
      const entry = entries.get(id);
      // A snapshot that came meanwhile starts elsewhere.
      if (!earlier || !entry?.thread || entry.thread.events[0] !== thread?.events[0]) return false;
      const { events, hasEarlier } = earlier;
      entry.thread = { ...entry.thread, events: [...events, ...entry.thread.events], hasEarlier };
      changed(id);
      return true;
    },
    markRead(id) {
      const entry = entries.get(id);
      if (!entry?.thread || entry.stale) return;
      const { conversation } = entry.thread;
      const { requester, requesterReadSeq, agentReadSeq } = conversation;
      const known = me === 'agent' ? agentReadSeq : requester.id === personId ? requesterReadSeq : 0;
      if (Math.max(known, entry.readSent) >= conversation.lastSeq) return;
      entry.readSent = conversation.lastSeq;
      void connection.request('conversation:read', { conversationId: id, seq: entry.readSent });
    },
    setPresence(id, mode) {
      if (isOnline()) void connection.request('presence:set', { conversationId: id, mode });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    destroy() {
      for (const stop of stops) stop?.();
      entries.clear();
    },
  };
}
