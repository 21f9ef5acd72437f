import type { MailMark } from '@beseda/shared/domain/event';
import type { Channel } from '@beseda/shared/domain/words';
import type { ConfirmationNotes } from '../mail/queue-confirmation-mail';

/** Who sends through which channel; `kind: 'note'` is for agents' eyes only. */
export interface Sending {
  kind: 'message' | 'note';
  channel: Channel;
  mail?: SentByMail;
}

/** What a message that came by mail brings along. */
export interface SentByMail {
  mark: MailMark;
  folded: string | null;
  /** A new question, written as an answer to another: it opens a ticket of its own, tied to that one. */
  apart: boolean;
  /** Of what is confirmed, should it open a ticket; null: nothing is. */
  confirmation: ConfirmationNotes | null;
}
