import type { OutgoingKind, OutgoingState } from '../domain/words';

/** `GET /api/v1/people/{id}/mail`. `mark`: since when nothing is sent there, and what servers said (RFC 3463). */
export interface PersonMailState {
  address: string | null;
  mark: { status: string | null; at: string } | null;
}

/** A row of `GET /api/v1/outgoing-mails`. Instants are ISO 8601. */
export interface OutgoingMailRow {
  id: string;
  kind: OutgoingKind;
  state: OutgoingState;
  recipient: string;
  ticket: { number: number; subject: string } | null;
  /** Codes of the last attempt, like `EENVELOPE 550 5.1.1`; null: none failed. */
  reason: string | null;
  attempts: number;
  createdAt: string;
  /** While it waits: not before this. */
  dueAt: string;
  sentAt: string | null;
  /** A report came that it was not delivered after all. */
  bouncedAt: string | null;
}
