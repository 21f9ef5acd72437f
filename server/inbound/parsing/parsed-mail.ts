export type MailClass = 'normal' | 'auto_reply' | 'bounce' | 'list' | 'delivery_notice' | 'feedback_report';

/** The address with a domain in lower case; neither part holds control characters. */
export interface MailAddress {
  name: string;
  address: string;
}

export interface MailFile {
  /** Safe to show and to save: no path, no control or direction characters; made up where the mail gives none. */
  name: string;
  type: string;
  bytes: Uint8Array;
  sha256: string;
  /** Without `<>`. */
  contentId: string | null;
  /** Shown within the HTML. */
  inline: boolean;
}

/** A header as it is decoded: its name in lower case, its value on one line. */
export interface MailHeader {
  name: string;
  value: string;
}

export interface Bounce {
  recipient: string | null;
  /** As in RFC 3463: `5.1.1`. */
  status: string | null;
  /** Id of the mail that came back. */
  originalMessageId: string | null;
  permanent: boolean;
}

/** What was understood of a mail. No string of it holds a NUL. */
export interface ParsedMail {
  /** Ids are without `<>` and from the outer header only. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: MailAddress[];
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  date: Date | null;
  /** One line; empty where there is none. */
  subject: string;
  /** The reply alone. */
  text: string;
  /** Quoted history and signature, as they stood. */
  folded: string;
  /** Sanitised: no script, and remote images keep their address in `data-src` only; inline images as `cid:`. */
  html: string | null;
  files: MailFile[];
  /** Of the outer header, in their order, as many as are bounded. */
  headers: MailHeader[];
  mailClass: MailClass;
  /** Set where the class is `bounce`. */
  bounce: Bounce | null;
  hasQuote: boolean;
  /** What was mended or cut. */
  flaws: string[];
}

/** Nothing of the mail can be read; `reason` is a code. */
export class MailUnreadable extends Error {
  readonly reason: 'empty' | 'too_large' | 'malformed';

  constructor(reason: MailUnreadable['reason']) {
    super(`The mail cannot be read: ${reason}`);
    this.reason = reason;
  }
}
