import type { MailClass, MailState, MailWay } from '../domain/words';

interface MailPerson {
  name: string;
  address: string;
}

/** What was understood of a mail: the reply alone in `text`, what it quotes and its signature in `folded`. */
export interface UnderstoodMail {
  from: MailPerson;
  to: MailPerson[];
  cc: MailPerson[];
  subject: string;
  text: string;
  folded: string;
  attachments: { name: string; type: string; size: number; sha256: string }[];
}

/** Where mail is handed over by HTTP; `madeAt`: since when its secret counts, null: none is taken. */
export interface MailWebhook {
  url: string;
  madeAt: string | null;
}

/** A mail that came in, and what became of it. */
export interface InboundMail {
  id: string;
  /** `received` while it is worked on: a moment, or until its next attempt; only lists that ask for it have those. */
  state: MailState;
  /** A code; null where the state says it all. */
  reason: string | null;
  /** Of a parked one: what went wrong, in technical words. */
  detail: string | null;
  /** Null until it has been read. */
  class: MailClass | null;
  /** The number of the ticket that it is on. */
  ticket?: number;
  /** ISO 8601. */
  receivedAt: string;
  way: MailWay;
  /** '' is the null sender; null: nobody said. */
  envelope: { from: string | null; to: string[] };
  /** Bytes as it came. */
  size: number;
  /** Whether its raw bytes are still there. */
  kept: boolean;
  /** Null until it has been read, and when it cannot be. */
  mail: UnderstoodMail | null;
}
