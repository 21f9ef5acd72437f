import type { MailWay } from '@beseda/shared/domain/words';
import type { ParsedMail } from '../parsing/parsed-mail';

/** A mail on its way in, read. */
export interface ReceivedMail {
  id: string;
  fingerprint: string;
  mail: ParsedMail;
  raw: Uint8Array;
  envelope: { from: string | null; to: string[] };
  receivedAt: string;
  way: MailWay;
  /** Of the machine that handed it over; null: not known. */
  remote: { address: string; helo: string } | null;
}

/** What became of a mail; `reason` is a code. */
export interface Placement {
  state: 'stored' | 'held' | 'refused' | 'duplicate';
  reason: string | null;
  conversationId: string | null;
  ticket: number | null;
}

export function put(
  state: Placement['state'],
  reason: string | null,
  on: { conversationId: string; ticket: number } | null = null,
): Placement {
  return { state, reason, conversationId: on?.conversationId ?? null, ticket: on?.ticket ?? null };
}
