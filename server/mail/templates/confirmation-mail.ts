import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import type { MailBody } from './answer-mail';
import { writeHowToReply } from './how-to-reply';
import { textsFor } from './mail-texts';
import { paragraph, writeHtml } from './write-html';

export interface ConfirmationMail {
  locale: Locale;
  name: string;
  number: number;
  subject: string;
  /** A sentence; empty: nothing is promised. */
  promise: string;
  /** The request's page in «Мои обращения». */
  url: string;
  /** The number of another request, that this one was an answer to. */
  continues: number | null;
  asksSubject: boolean;
}

/** «We have your request», with its number and when the answer will come. */
export function writeConfirmationMail(mail: ConfirmationMail): MailBody {
  const texts = textsFor(mail.locale);
  const subject = oneLine(`[#${mail.number}] ${mail.subject}`);
  const howToReply = writeHowToReply(mail.locale, mail.url);
  const promise = mail.promise.replace(/[^.]$/, '$&.');
  const paragraphs = [
    texts.greeting(oneLine(mail.name)),
    texts.confirmed(mail.number, oneLine(mail.subject)),
    ...(mail.continues === null ? [] : [texts.newQuestion(mail.continues)]),
    ...(promise ? [promise] : []),
    ...(mail.asksSubject ? [texts.askSubject] : []),
  ];
  return {
    subject,
    text: [...paragraphs, howToReply.text].join('\n\n').concat('\n'),
    html: writeHtml(
      mail.locale,
      subject,
      [...paragraphs.map((text) => paragraph(text)), howToReply.html].join('\n'),
    ),
  };
}
