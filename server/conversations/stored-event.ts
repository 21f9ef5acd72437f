import type {
  EventKind,
  FileState,
  PromiseReason,
  RoutingReason,
  ShownPromise,
} from '@beseda/shared/domain/event';
import type { Channel, ClockKind } from '@beseda/shared/domain/words';

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
  attachments: StoredAttachment[];
}

/** `promise`: what the requester is told of the clocks from this event on, where it has changed. */
export interface EventData {
  from?: unknown;
  to?: unknown;
  promise?: ShownPromise | null;
  clock?: ClockKind;
  reason?: PromiseReason;
  why?: RoutingReason;
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
