import type { Alert, CallCard } from '@beseda/shared/protocol/http';
import type { StoredEvent } from './stored-event';

export interface ReadMark {
  conversationId: string;
  by: 'requester' | 'agent';
  seq: number;
}

export interface DeletedTicket {
  conversationId: string;
  companyId: string;
  /** The requester and the followers. */
  personIds: readonly string[];
  number: number;
}

export interface LeftConversation {
  conversationId: string;
  companyId: string;
  personId: string;
}

export interface BusListener {
  recorded(events: readonly StoredEvent[]): void;
  read(mark: ReadMark): void;
  /** A row of the lists is new or changed. */
  touched(conversationId: string): void;
  /** A ticket is gone for good, with all that stood in it. */
  deleted(ticket: DeletedTicket): void;
  /** Somebody follows no more. */
  left(left: LeftConversation): void;
  sessionEnded(sessionId: string): void;
  /** A call rings, is answered or ends; `agentId`: whose telephone it is, where that is known. */
  called(card: CallCard, agentId: string | null): void;
  callBacksChanged(): void;
  /** A mail was taken in by this process and waits to be handled. */
  mailReceived(): void;
  /** Agents were told of a deadline; `agentId`: who. */
  alerted(alerts: readonly (Alert & { agentId: string })[]): void;
}

/**
 * From verbs, after COMMIT, to whoever carries facts outside. A verb that dies between COMMIT and here loses nothing:
 * the sweeper publishes what no node has marked as published.
 */
export class EventBus implements BusListener {
  readonly #listeners = new Set<Partial<BusListener>>();

  subscribe(listener: Partial<BusListener>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  recorded(events: readonly StoredEvent[]): void {
    for (const listener of this.#listeners) listener.recorded?.(events);
    const ids = new Set(events.map((event) => event.conversationId));
    for (const id of ids) this.touched(id);
  }

  read(mark: ReadMark): void {
    for (const listener of this.#listeners) listener.read?.(mark);
    this.touched(mark.conversationId);
  }

  touched(conversationId: string): void {
    for (const listener of this.#listeners) listener.touched?.(conversationId);
  }

  deleted(ticket: DeletedTicket): void {
    for (const listener of this.#listeners) listener.deleted?.(ticket);
  }

  left(left: LeftConversation): void {
    for (const listener of this.#listeners) listener.left?.(left);
  }

  sessionEnded(sessionId: string): void {
    for (const listener of this.#listeners) listener.sessionEnded?.(sessionId);
  }

  called(card: CallCard, agentId: string | null): void {
    for (const listener of this.#listeners) listener.called?.(card, agentId);
  }

  callBacksChanged(): void {
    for (const listener of this.#listeners) listener.callBacksChanged?.();
  }

  mailReceived(): void {
    for (const listener of this.#listeners) listener.mailReceived?.();
  }

  alerted(alerts: readonly (Alert & { agentId: string })[]): void {
    for (const listener of this.#listeners) listener.alerted?.(alerts);
  }
}
