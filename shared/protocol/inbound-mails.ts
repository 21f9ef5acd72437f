import type {
  MailboxFault,
  MailboxState,
  MailboxStep,
  MailClass,
  MailState,
  MailWay,
  StepResult,
} from '../domain/words';

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

/** How it is with a mailbox now, as the answering server process has it. */
export interface MailboxLive {
  state: MailboxState;
  /** Since when it is connected; null: it is not. */
  since: string | null;
  /** Why the last connection ended or did not come about. It stays when a new one holds. */
  fault: MailboxFault | null;
  faultAt: string | null;
  /** When it is tried again; null unless it is waiting for that. */
  nextAt: string | null;
  /** When a mail was last taken from it since the process started. */
  lastTakenAt: string | null;
}

/** A mailbox that is looked into, as it may be shown: never its password. */
export interface Mailbox {
  number: number;
  host: string;
  user: string;
  folder: string;
  done: string | null;
  failed: string | null;
  live: MailboxLive;
}

export interface MailboxTest {
  code: 'ok' | MailboxFault;
  /** Mails in the folder; null where it could not be opened. */
  mails: number | null;
  /** What applies to this mailbox, in order. */
  steps: { step: MailboxStep; result: StepResult }[];
}

/** Where mail is taken by SMTP. */
export interface SmtpReceiver {
  host: string;
  port: number;
  domain: string;
  tls: 'own' | 'self_signed';
  /** Until when a certificate of one's own is valid; null: self-signed, or it cannot be read now. */
  validUntil: string | null;
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
