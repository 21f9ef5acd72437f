import type { Report } from './report';
import type {
  Channel,
  ClockKind,
  Locale,
  MailClass,
  PauseReason,
  PersonRole,
  Priority,
  RatingScore,
  TicketStatus,
  TicketType,
} from './words';

/** Who made an event. `id` is a person's or an agent's id; requesters are never told an agent's. */
export interface Author {
  kind: 'requester' | 'agent' | 'system';
  id?: string;
  name: string;
}

/** `checking`: a scanner has not looked at it yet; only a `ready` file is given out. */
export type FileState = 'checking' | 'ready' | 'infected' | 'unchecked';

/** A stored file as a viewer may fetch it: `url` and `thumbUrl` are private links that expire. Sizes in bytes and pixels. */
export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  url: string;
  thumbUrl?: string;
  width?: number;
  height?: number;
  /** Only a `ready` file is given out; absent: it is. */
  state?: Exclude<FileState, 'ready'>;
  /** What was found in an `infected` file. */
  threat?: string;
}

/** How a message came in by mail: `id` names the mail as it arrived. */
export interface MailMark {
  id: string;
  /** The address that it came from. */
  from: string;
  subject: string;
  /** Whether there is more to see than its text. */
  html: boolean;
  /** Files that were not taken, by name; they are in the mail as it arrived. */
  refused: string[];
  /** The agent who let it through; absent: nobody had to. */
  releasedBy?: string;
}

/** A mail that no person wrote: an absence, a bounce. Its text is cut short. */
export interface MailNotice {
  id: string;
  class: Exclude<MailClass, 'normal'>;
  from: string;
  text: string;
}

export interface Message {
  id: string;
  seq: number;
  clientId: string;
  author: Author;
  channel: Channel;
  text: string;
  /** Of a mail: the quoted history and the signature. */
  folded?: string;
  /** Agents only. */
  mail?: MailMark;
  attachments: Attachment[];
  at: string;
  /** Written on another ticket, and copied from there; `at` is then. */
  copyOf?: { number: number; at: string };
}

/** Another ticket that this one leads on to, or comes back from. */
export interface TicketLink {
  /** `continued`: written on after it had been solved for long. `split`: a message was taken out. `merged`: this one is locked. */
  kind: 'continued' | 'split' | 'merged';
  way: 'on' | 'back';
  conversationId: string;
  number: number;
}

/** Somebody of a company as their colleagues see them. */
export interface PersonRef {
  id: string;
  name: string;
}

/** An agent as others see them. */
export interface AgentRef {
  id?: string;
  name: string;
}

/** What a requester is told of when they will be answered. Instants are ISO 8601. */
export interface ShownPromise {
  kind: ClockKind;
  state: 'running' | 'paused' | 'met' | 'missed';
  /** Null while it stands still. */
  dueAt: string | null;
  /** Why it stands still. */
  reason: PauseReason | null;
  metAt: string | null;
}

/** Why a deadline moved; `missed`: it passed. Requesters read `reviewed` for what only agents may know. */
export type PromiseReason = 'priority' | 'plan' | 'policy' | 'calendar' | 'reviewed' | 'missed';

/** What gave a ticket to an agent, or took it from one who stays away. */
export type RoutingReason = 'dedicated_agent' | 'dedicated_team' | 'team' | 'load' | 'absence';

/** How the requester says they were helped. `score` null: they were asked, and would not say. */
export interface Rating {
  score: RatingScore | null;
  comment: string;
  at: string;
}

/** How a task goes to its end: the agent says that it is done, the company takes it so, or not. */
export type AcceptanceStep = 'proposed' | 'accepted' | 'lapsed' | 'returned' | 'withdrawn';

/** What an event makes of the conversation besides what its kind says. */
export interface StateChange {
  acceptBy?: string | null;
  links?: TicketLink[];
  followers?: PersonRef[];
  /** Agents only. */
  waitingSince?: string | null;
  requesterReadSeq?: number;
  agentReadSeq?: number;
}

interface EventBase {
  seq: number;
  /** The previous `seq` that this viewer may see; 0 for the first. A gap is `prev` ≠ last seen. */
  prev: number;
  at: string;
  author: Author;
  /** The promise from here on, where this event changed it; null: nothing is promised any more. */
  promise?: ShownPromise | null;
  state?: StateChange;
}

export type MessageEvent = EventBase & { kind: 'message'; message: Message };
export type NoteEvent = EventBase & { kind: 'note'; message: Message };
export type StatusEvent = EventBase & {
  kind: 'status';
  from: TicketStatus;
  to: TicketStatus;
  acceptance?: AcceptanceStep;
};
export type TypeEvent = EventBase & { kind: 'type'; from: TicketType | null; to: TicketType | null };
export type PriorityEvent = EventBase & { kind: 'priority'; from: Priority; to: Priority };
/** A scanner has looked at a file of a message: this is what it is now. */
export type FileEvent = EventBase & { kind: 'file'; file: Attachment };
/** This ticket and another were tied together, or are so no more. */
export type LinkEvent = EventBase & { kind: 'link'; link: TicketLink; undone: boolean };
/** The requester rates a solved ticket, anew perhaps. */
export type RatingEvent = EventBase & { kind: 'rating'; rating: Rating };
/** A colleague gets the answers too from here on, or does so no more. */
export type FollowerEvent = EventBase & { kind: 'follower'; follower: PersonRef; left: boolean };
/** A mail that belongs here and says nothing of anybody's own. */
export type MailNoticeEvent = EventBase & { kind: 'mail'; mail: MailNotice };
/** `why`: agents are told what rule gave a ticket away. */
export type AssigneeEvent = EventBase & {
  kind: 'assignee';
  from: AgentRef | null;
  to: AgentRef | null;
  why?: RoutingReason;
};
/** A mail about the ticket did not get to its reader. `marked`: nothing more is sent to the address. */
export interface UndeliveredMail {
  address: string;
  /** As servers say it, like 5.1.1; null: they said none. */
  status: string | null;
  marked: boolean;
}
export type UndeliveredEvent = EventBase & { kind: 'undelivered'; undelivered: UndeliveredMail };
/** A deadline that was reckoned anew, or missed. From and to are instants; null: it stands still, or there is none. */
export type PromiseEvent = EventBase & {
  kind: 'promise';
  clock: ClockKind;
  from: string | null;
  to: string | null;
  reason: PromiseReason;
};

/** What a requester may see of a conversation. */
export type RequesterEvent =
  | MessageEvent
  | StatusEvent
  | TypeEvent
  | AssigneeEvent
  | PromiseEvent
  | FileEvent
  | LinkEvent
  | RatingEvent
  | FollowerEvent;
/** What an agent sees: everything with a `seq`. */
export type AgentEvent = RequesterEvent | NoteEvent | PriorityEvent | MailNoticeEvent | UndeliveredEvent;
export type ConversationEvent = AgentEvent;
export type EventKind = ConversationEvent['kind'];

/** Kinds that never reach a requester. */
export const AGENT_ONLY_KINDS: readonly EventKind[] = ['note', 'priority', 'mail', 'undelivered'];

/** The state of a conversation as its requester sees it. */
export interface RequesterConversation {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  type: TicketType | null;
  channel: Channel;
  assignee: AgentRef | null;
  promise: ShownPromise | null;
  /** A task that is said to be done: without an answer it counts as accepted then. */
  acceptBy: string | null;
  links: TicketLink[];
  /** Null: not asked yet. */
  rating: Rating | null;
  /** Who asked: they alone rate. */
  requester: PersonRef;
  /** In the order of their coming. */
  followers: PersonRef[];
  createdAt: string;
  /** Last `seq` that this viewer has been given; 0 before the first. */
  lastSeq: number;
  requesterReadSeq: number;
  agentReadSeq: number;
}

/** Something that went wrong in the page, in words without secrets. `at` ISO 8601. */
export interface Failure {
  at: string;
  text: string;
}

/** The page a requester was on when they asked; what they did not want to send is empty or left out. */
export interface PageContext {
  url: string;
  title: string;
  route?: string;
  /** From `Beseda('context', …)`: flat strings chosen by the product team. */
  context?: Record<string, string>;
  browser?: string;
  /** Last errors of scripts, and requests that failed, oldest first. */
  errors?: Failure[];
  requests?: Failure[];
}

/** What the widget showed while the first message was typed, by article number. */
export interface Evidence {
  shown: number[];
  opened: number[];
  refused: number[];
}

export interface RequesterCard {
  id: string;
  name: string;
  email: string | null;
  role: PersonRole;
  locale: Locale;
  company: { id: string; externalId: string; name: string; plan: string | null; region: string | null };
}

/** The state of a conversation as agents see it. */
export interface AgentConversation extends RequesterConversation {
  priority: Priority;
  requester: RequesterCard;
  report: Report | null;
  page: PageContext | null;
  evidence: Evidence | null;
  waitingSince: string | null;
}

export interface Thread<
  C extends RequesterConversation = RequesterConversation,
  E extends ConversationEvent = RequesterEvent,
> {
  conversation: C;
  /** Ascending by `seq`, without gaps for this viewer. */
  events: E[];
  /** True when the thread starts before `events[0]`. */
  hasEarlier: boolean;
}
export type RequesterThread = Thread;
export type AgentThread = Thread<AgentConversation, AgentEvent>;
