import type {
  AgentRef,
  Attachment,
  Message,
  PageContext,
  PersonRef,
  Rating,
  RequesterCard,
  ShownPromise,
  TicketLink,
} from '../domain/event';
import type { DueStep } from '../domain/open-hours';
import type { Report } from '../domain/report';
import type { TypeNames } from '../domain/type-rules';
import type {
  AgentRole,
  AlertKind,
  Channel,
  ClockKind,
  Locale,
  PersonRole,
  Priority,
  TicketStatus,
  TicketType,
} from '../domain/words';

export interface Page<T> {
  results: T[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
}

/** `POST /api/v1/session {app, token}`. `expiresAt` ISO 8601. */
export interface SessionCreated {
  session: string;
  expiresAt: string;
  person: { id: string; name: string; role: PersonRole };
  company: { name: string; externalId: string };
  /** Conversations that are not closed. Decides whether the panel connects at boot. */
  openConversations: number;
  /** When a question asked now would be answered; null: the plan promises nothing. */
  promise: PromiseOutlook | null;
  /** Whether there is a number to call. */
  phone: boolean;
  unread: number;
}

/** `dueAt`: by when who asks now is answered; `tz`: the zone of the support's hours. `GET /api/v1/promise` gives it anew. */
export interface PromiseOutlook {
  open: boolean;
  /** Null while it is open. */
  opensAt: string | null;
  dueAt: string;
  tz: string;
}

/** A row of «my conversations». */
export interface ConversationSummary {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  type: TicketType | null;
  channel: Channel;
  requester: PersonRef;
  /** True for a follower: the conversation is a colleague's. */
  following: boolean;
  lastSeq: number;
  lastMessage: { text: string; author: { kind: 'requester' | 'agent' | 'system'; name: string }; at: string };
  unread: number;
  promise: ShownPromise | null;
  createdAt: string;
  updatedAt: string;
}

/** A row of the desk's queue. */
export interface QueueRow {
  conversationId: string;
  number: number;
  subject: string;
  preview: string;
  status: TicketStatus;
  type: TicketType | null;
  priority: Priority;
  channel: Channel;
  assignee: (AgentRef & { id: string }) | null;
  requester: { id: string; name: string };
  company: { id: string; name: string; plan: string | null };
  lastSeq: number;
  unread: boolean;
  waitingSince: string | null;
  promise: ShownPromise | null;
  /** The earliest deadline that runs; null: none does. */
  nextDueAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** `GET /api/v1/tickets` and `/tickets/{number}`; agents get every field, requesters those without «?». */
export interface Ticket {
  number: number;
  conversationId: string;
  subject: string;
  status: TicketStatus;
  type: TicketType | null;
  channel: Channel;
  assignee: AgentRef | null;
  /** What was filled in when it was opened; its words stand in the first message as well. */
  report: Report | null;
  promise: ShownPromise | null;
  acceptBy: string | null;
  links: TicketLink[];
  rating: Rating | null;
  followers: PersonRef[];
  createdAt: string;
  updatedAt: string;
  priority?: Priority;
  waitingSince?: string | null;
  requester?: RequesterCard;
  page?: PageContext | null;
}

/** `GET /api/v1/tickets/similar`: an open ticket of the company that may be about the same. */
export interface SimilarTicket {
  number: number;
  subject: string;
  createdAt: string;
  /** `subject`: it says much the same; `page`: it was asked on the same page. */
  by: 'subject' | 'page';
  /** Theirs already, asked or followed; null: a colleague's. */
  conversationId: string | null;
  /** For `POST /api/v1/tickets/{number}/follow`, within the hour; null: theirs already. */
  offer: string | null;
}

export type TicketMessage = Message;
export type UploadedFile = Attachment;

/** `GET /api/v1/files/limits`: what the asking person may attach now. Sizes in bytes. */
export interface FileLimits {
  fileSize: number;
  perMessage: number;
  /** Media types, told by content. */
  types: readonly string[];
  /** What is left for their company; null: no limit binds them. */
  companyLeft: number | null;
}

/** `POST /api/v1/uploads {clientId, name, size}` and each part: how far the server is. Sizes in bytes. */
export interface UploadState {
  /** Where the next part begins. */
  offset: number;
  size: number;
  /** The most that one part may have. */
  partSize: number;
  /** Set once everything has arrived. */
  file: UploadedFile | null;
}

/** `marks` are [start, end) UTF-16 offsets of what matched, for highlighting. */
export interface ArticleHit {
  number: number;
  slug: string;
  title: string;
  snippet: string;
  url: string;
  section: string;
  marks: [number, number][];
  titleMarks: [number, number][];
}

/** `POST /api/v1/articles/titles {app, numbers, locale, session?}`: of those articles that the visitor may read. */
export interface ArticleTitles {
  results: { number: number; title: string }[];
}

/** The strongest sign of what became of an article that was offered before a ticket was written. */
export type ArticleFate = 'shown' | 'opened' | 'refused';

/** `GET /api/v1/tickets/{number}/articles?q=`: an article for the answer, in the requester's language. */
export interface TicketArticle extends ArticleHit {
  /** Its whole address. */
  link: string;
  /** The part around `snippet`, as plain text. */
  passage: string;
  /** Whether the requester may read it. */
  readable: boolean;
  /** Null: it was not offered. */
  fate: ArticleFate | null;
}

/** `GET /api/v1/articles/{number}?locale=`. `html` is made by the server from Markdown and is safe to insert. */
export interface ArticleView {
  number: number;
  slug: string;
  locale: Locale;
  title: string;
  section: { number: number; slug: string; title: string };
  author: string;
  posted: string;
  updated: string;
  html: string;
  url: string;
  /** The asking person's vote, when there is one. */
  vote: 'yes' | 'no' | null;
}

export interface AgentSession {
  agent: {
    id: string;
    name: string;
    email: string;
    role: AgentRole;
    hasPassword: boolean;
    awayUntil: string | null;
  };
  /** Whether this install sends real mail. */
  demo: boolean;
  /** What admins call the types. */
  typeNames: TypeNames;
}

export interface AgentListItem {
  id: string;
  name: string;
  role: AgentRole;
  online: boolean;
}

/** A number that companies of the requester's region may call. */
export interface PhoneLine {
  number: string;
  note: string;
  open: boolean;
  /** ISO 8601; null while it is open, and where it never opens. */
  opensAt: string | null;
}

/** Six digits to read out; they live for a quarter of an hour and are good for one call. */
export interface CallCode {
  code: string;
  expiresAt: string;
}

/** Somebody who may be calling, and what they have under way. */
export interface Caller {
  by: 'code' | 'number' | 'ticket' | 'name';
  person: RequesterCard;
  tickets: { number: number; subject: string; status: TicketStatus }[];
  /** The ticket that the code or the search was about. */
  about?: number;
  /** What a call code carried. */
  codeId?: string;
  page?: PageContext;
  text?: string;
}

/** A call that goes on, or has just ended. */
export interface CallCard {
  id: string;
  state: 'ringing' | 'answered' | 'ended' | 'missed';
  number: string;
  startedAt: string;
  callers: Caller[];
}

/** A call that an agent has promised. */
export interface CallBack {
  id: string;
  number: string;
  note: string;
  dueAt: string;
  /** Who promised it. */
  agent: string | null;
  ticket: { number: number; subject: string };
  requester: { name: string; company: string };
}

/** `GET /api/v1/tickets/{number}/clocks`. `steps` lead to `dueAt`; none where the rules have changed since it was settled. */
export interface ExplainedClock {
  kind: ClockKind;
  state: ShownPromise['state'] | 'cancelled';
  targetSeconds: number;
  startedAt: string;
  dueAt: string | null;
  metAt: string | null;
  breachedAt: string | null;
  /** The zone of the hours that it is reckoned by. */
  tz: string;
  steps: DueStep[];
}

/** What an agent was told of a deadline. `GET /api/v1/desk/alerts` gives the newest 50. */
export interface Alert {
  id: string;
  kind: AlertKind;
  clock: ClockKind;
  ticket: { number: number; subject: string };
  dueAt: string;
  at: string;
  seenAt: string | null;
}

export interface AlertList {
  results: Alert[];
  unseen: number;
}
