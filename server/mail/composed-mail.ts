import type { Locale } from '@beseda/shared/domain/words';
import type { MailBody } from './templates/answer-mail';

/** What a mail says and to whom, as things stand when it goes out. */
export interface ComposedMail {
  body: MailBody;
  /** The reader's. */
  name: string;
  locale: Locale;
  /** Message-IDs of the thread so far, without domain, oldest first. */
  thread: string[];
}
