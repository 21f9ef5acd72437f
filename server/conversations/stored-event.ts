import type {
  AcceptanceStep,
  EventKind,
  FileState,
  MailMark,
  MailNotice,
  PersonRef,
  PromiseReason,
  RoutingReason,
  ShownPromise,
  StateChange,
  TicketLink,
  UndeliveredMail,
} from '@beseda/shared/domain/event';
import type { Channel, ClockKind, TicketStatus } from '@beseda/shared/domain/words';

/** A file of a message as it stands in its row. */
export interface StoredAttachment {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  state: FileState;
  threat: string | null;
}

export interface StoredMessage {
  id: string;
  clientId: string;
  channel: Channel;
  text: string;
  folded: string | null;
  mail: MailMark | null;
  attachments: StoredAttachment[];
}

/** `was`: what a merged ticket was before, for the way back. */
export interface StoredLink extends TicketLink {
  was?: { status: TicketStatus; waitingSince: string | null };
  /** Of the message that was split off. */
  seq?: number;
}

/** Where a copied message was written. */
export interface CopyMark {
  conversationId: string;
  number: number;
  seq: number;
  at: string;
}

/** `promise`: what the requester is told of the clocks from this event on, where it has changed. */
export interface EventData {
  from?: unknown;
  to?: unknown;
  promise?: ShownPromise | null;
  clock?: ClockKind;
  reason?: PromiseReason;
  why?: RoutingReason;
  acceptance?: AcceptanceStep;
  link?: StoredLink;
  undone?: boolean;
  follower?: PersonRef;
  left?: boolean;
  undelivered?: UndeliveredMail;
  copy?: CopyMark;
  state?: StateChange;
  mail?: MailNotice;
}

/** An event as it stands in its row, before a presenter shapes it for a viewer. */
export interface StoredEvent {
  conversationId: string;
  seq: number;
  prevPublicSeq: number;
  kind: EventKind;
  audience: 'all' | 'agents';
  author: { kind: 'requester' | 'agent' | 'system'; id: string | null; name: string };
  at: string;
  data: EventData | null;
  message: StoredMessage | null;
}
