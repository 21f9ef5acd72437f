import type { MailboxFault } from '@beseda/shared/domain/words';
import type { MailboxLive } from '@beseda/shared/protocol/inbound-mails';
import type { ImapMailbox } from '../config/read-imap-url';

const UNTRIED: MailboxLive = {
  state: 'starting',
  since: null,
  fault: null,
  faultAt: null,
  nextAt: null,
  lastTakenAt: null,
};

/** How the ways by which mail comes to this process are now. */
export class MailWays {
  /** Where the receiver listens; null: there is none. */
  smtpPort: number | null = null;
  readonly #now: () => number;
  readonly #mailboxes = new WeakMap<ImapMailbox, MailboxLive>();

  constructor(now: () => number) {
    this.#now = now;
  }

  of(mailbox: ImapMailbox): MailboxLive {
    return this.#mailboxes.get(mailbox) ?? UNTRIED;
  }

  noteConnected(mailbox: ImapMailbox): void {
    if (this.of(mailbox).state === 'connected') return;
    this.#change(mailbox, { state: 'connected', since: this.#at(), nextAt: null });
  }

  noteTaken(mailbox: ImapMailbox): void {
    this.#change(mailbox, { lastTakenAt: this.#at() });
  }

  /** `fault`: null where the server ended the connection without a word. */
  noteLost(mailbox: ImapMailbox, fault: MailboxFault | null, pauseMs: number): void {
    const said = fault === null ? {} : { fault, faultAt: this.#at() };
    this.#change(mailbox, { state: 'retrying', since: null, nextAt: this.#at(pauseMs), ...said });
  }

  #change(mailbox: ImapMailbox, change: Partial<MailboxLive>): void {
    this.#mailboxes.set(mailbox, { ...this.of(mailbox), ...change });
  }

  #at(inMs = 0): string {
    return new Date(this.#now() + inMs).toISOString();
  }
}
