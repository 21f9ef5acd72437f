import type { Locale } from '@beseda/shared/domain/words';
import type { MailBody } from './templates/mail-body';

/** What a mail says and to whom, as things stand when it goes out. */
export interface ComposedMail {
  body: MailBody;
  /** The reader's. */
  name: string;
  locale: Locale;
  /** As in `OutgoingMail`. */
  unsubscribe?: string;
  /** Message-IDs of the thread so far, without domain, oldest first. */
  thread: string[];
}
