import type { AgentThread, ConversationEvent, Evidence, PageContext, RequesterThread } from '../domain/event';
import type { Report } from '../domain/report';
import type { Locale, Priority, QueueView, TicketStatus, TicketType } from '../domain/words';
import type { ErrorCode } from './errors';
import type { Alert, CallCard, ConversationSummary, QueueRow } from './http';

/** The version of the wire; raised with every change that an older client could not read. A test pins its hash. */
export const PROTOCOL_VERSION = 1;

export type Ack<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; field?: string; details?: Record<string, unknown> };
type Reply<T> = (ack: Ack<T>) => void;

/** What the first message of a conversation carries besides itself. */
export interface ConversationStart {
  type?: TicketType;
  /** The server writes its fields into the message's text. */
  report?: Report;
  subject?: string;
  page?: PageContext;
  evidence?: Evidence;
  locale?: Locale;
}

/** `clientId` (UUID, made by the sender) makes repeating safe. `attachments` are ids of uploaded files. */
export interface MessageInput {
  conversationId: string;
  clientId: string;
  text: string;
  attachments?: string[];
  /** Required for a conversation that the server has not seen; ignored for one that it has. */
  start?: ConversationStart;
}

/** The ack of a message, sent after COMMIT. */
export interface MessageStored<E extends ConversationEvent = ConversationEvent> {
  conversationId: string;
  /** The ticket's number. */
  number: number;
  event: E;
  /** True when this client id had been stored before. */
  repeated: boolean;
}

/**
 * `after`: last seq the client holds; without it, or when too much has passed, the answer is a snapshot (last 100
 * events). `before`: first seq the client holds; the answer is `earlier`, the 100 events before it.
 */
export interface OpenInput {
  conversationId: string;
  after?: number;
  before?: number;
}
/** Read positions travel with both shapes: they have no `seq` of their own. */
export type Opened<T extends RequesterThread | AgentThread = RequesterThread | AgentThread> =
  | { kind: 'snapshot'; thread: T; presence: Presence[] }
  | {
      kind: 'events';
      events: T['events'];
      requesterReadSeq: number;
      agentReadSeq: number;
      presence: Presence[];
    }
  | { kind: 'earlier'; events: T['events']; hasEarlier: boolean };

/** Someone else in the conversation. Requesters see agents' `replying` as typing and nothing else. */
export interface Presence {
  who: { kind: 'requester' | 'agent'; id?: string; name: string };
  mode: 'viewing' | 'replying';
}

export interface TicketPatch {
  status?: TicketStatus;
  type?: TicketType | null;
  priority?: Priority;
  /** An agent's id, or null for nobody. */
  assignee?: string | null;
}

/** Requests, `noun:verb`. Those marked agents are refused to requesters with `forbidden`. */
export interface ClientToServer {
  'message:send': (input: MessageInput, reply: Reply<MessageStored>) => void;
  /** Agents. */
  'note:write': (input: MessageInput, reply: Reply<MessageStored>) => void;
  'conversation:open': (input: OpenInput, reply: Reply<Opened>) => void;
  'conversation:close': (input: { conversationId: string }, reply: Reply<null>) => void;
  'conversation:read': (input: { conversationId: string; seq: number }, reply: Reply<null>) => void;
  /** `none` withdraws. Forgotten by the server after 8 s without repetition. */
  'presence:set': (
    input: { conversationId: string; mode: 'viewing' | 'replying' | 'none' },
    reply: Reply<null>,
  ) => void;
  /** Agents. */
  'ticket:update': (input: { number: number; patch: TicketPatch }, reply: Reply<QueueRow>) => void;
  /** Agents: follow the queue; answers the counts per view. */
  'queue:watch': (input: Record<string, never>, reply: Reply<QueueCounts>) => void;
}

/** How many tickets a view holds; counted up to one more than the limit. */
export type QueueCounts = Record<QueueView, number>;
export const QUEUE_COUNT_LIMIT = 1_000;

/** Facts, `noun:done`. */
export interface ServerToClient {
  'event:recorded': (fact: { conversationId: string; event: ConversationEvent }) => void;
  'read:marked': (fact: { conversationId: string; by: 'requester' | 'agent'; seq: number }) => void;
  'presence:changed': (fact: { conversationId: string; presence: Presence[] }) => void;
  /** To every connection of a requester: a row of their list is new or changed. */
  'conversation:changed': (fact: ConversationSummary) => void;
  /** To every connection of somebody who follows a conversation no more, and to managers where it was deleted: they are given nothing of it from now on. */
  'conversation:left': (fact: { conversationId: string }) => void;
  /** To agents that watch the queue. Counts follow, at most once a second. */
  'ticket:changed': (fact: QueueRow) => void;
  /** To agents that watch the queue. Whoever shows the conversation is disconnected, and finds nothing. */
  'ticket:deleted': (fact: { conversationId: string; number: number }) => void;
  'queue:counted': (fact: QueueCounts) => void;
  /** To the agent whose telephone rings; to all who watch the queue where that is not known. */
  'call:changed': (fact: CallCard) => void;
  /** To agents that watch the queue: the list of promised calls is another. */
  'call-backs:changed': (fact: Record<string, never>) => void;
  /** To the agent who is told of a deadline. */
  'alert:raised': (fact: Alert) => void;
  /** The session was ended elsewhere; the server closes the socket after it. */
  'session:ended': (fact: { code: ErrorCode }) => void;
}

/** Socket.IO `auth` of a requester: `{session, v}`. Agents connect with the desk's cookie and send `{desk: true, v}`. */
export interface Handshake {
  session?: string;
  desk?: boolean;
  v: number;
}
