export interface MailAddress {
  name: string;
  address: string;
}

/** A mail ready to go. Ids without angle brackets. */
export interface OutgoingMail {
  /** Of its outbox row. */
  id: string;
  /** ISO 8601; of its row, so the same at every attempt. */
  createdAt: string;
  messageId: string;
  /** Oldest first; the last one is answered. Empty: the mail starts a thread. */
  references: string[];
  from: MailAddress;
  /** Where reports come that it could not be delivered; empty: nowhere. */
  returnPath: string;
  to: MailAddress;
  /** Where answers go that belong to the conversation, and to this reader alone. */
  replyTo?: MailAddress;
  /** Where its reader says that they do without such mail; absent: it cannot be done without. */
  unsubscribe?: string;
  subject: string;
  text: string;
  html: string;
}

export interface MailTransport {
  /** Resolves when the mail has been taken over; throws MailFailure. */
  send(mail: OutgoingMail): Promise<void>;
  /** Cuts off what is still being sent. */
  close(): void;
}

/** `reason` is made of codes alone: what a server says may quote addresses. */
export class MailFailure extends Error {
  readonly reason: string;
  /** True: trying again is of no use. */
  readonly isPermanent: boolean;

  constructor(reason: string, isPermanent: boolean) {
    super(reason);
    this.name = 'MailFailure';
    this.reason = reason;
    this.isPermanent = isPermanent;
  }
}
