import type { EventKind } from '@beseda/shared/domain/event';
import type { Channel } from '@beseda/shared/domain/words';

/** A file of a message as it stands in its row. */
export interface StoredAttachment {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
}

export interface StoredMessage {
  id: string;
  clientId: string;
  channel: Channel;
  text: string;
  folded: string | null;
  attachments: StoredAttachment[];
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
  data: { from?: unknown; to?: unknown } | null;
  message: StoredMessage | null;
}
