import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { fillSubject, fillTemplate } from './fill-template';
import { labelsOf } from './labels';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

export interface ConfirmationMail {
  locale: Locale;
  name: string;
  number: number;
  subject: string;
  /** A sentence; empty: nothing is promised. */
  promise: string;
  /** Leads to the request. */
  url: string;
  /** An answer by mail would reach us. */
  takesReplies: boolean;
  /** Where the reader chooses their mail. */
  choice: string;
  /** The number of another request, that this one was an answer to. */
  continues: number | null;
  asksSubject: boolean;
}

/** «We have your request», with its number and when the answer will come. */
export function writeConfirmationMail(templates: Templates, mail: ConfirmationMail): MailBody {
  const { locale, continues } = mail;
  const ticket = { number: String(mail.number), subject: oneLine(mail.subject) };
  const { subject, body } = templates('confirmation');
  const values = {
    ...ticket,
    name: oneLine(mail.name),
    promise: mail.promise.replace(/[^.]$/, '$&.'),
    link: mail.url,
    reply: mail.takesReplies ? labelsOf(locale).reply : null,
    choice: mail.choice,
    notes: [
      ...(continues === null
        ? []
        : fillTemplate(templates('continued').body, { ...ticket, previous: String(continues) })),
      ...(mail.asksSubject ? fillTemplate(templates('subject_wanted').body, ticket) : []),
    ],
  };
  return writeMail(locale, fillSubject(subject, values), fillTemplate(body, values));
}
