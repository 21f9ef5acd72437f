import type { Attachment } from './event';
import type { Locale } from './words';

/** What stands under an article, as its readers see it. `author`: never more than a first name and an initial. */
export interface ReaderComment {
  id: string;
  author: string;
  /** ISO 8601. */
  at: string;
  locale: Locale;
  text: string;
  files: Attachment[];
  /** Their own that an agent has not looked at yet: nobody else sees it. */
  waiting: boolean;
  answers: { id: string; author: string; at: string; text: string }[];
}
