import type { MailMark } from '@beseda/shared/domain/event';
import { LIMITS } from '@beseda/shared/domain/limits';
import { oneLine } from '../../mail/one-line';
import type { ReceivedMail } from './placement';

/** What agents are shown of how a message came. `refused`: names of files that were not taken. */
export function markOf({ id, mail }: ReceivedMail, refused: string[]): MailMark {
  return {
    id,
    from: mail.from[0]?.address ?? '',
    subject: oneLine(mail.subject, LIMITS.subjectLength),
    html: mail.html !== null,
    refused,
  };
}
