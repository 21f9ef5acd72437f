import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import type { MailBody } from './answer-mail';
import { textsFor } from './mail-texts';
import { escapeHtml, paragraph, writeHtml } from './write-html';

export function writeSignInMail(mail: {
  locale: Locale;
  name: string;
  link: string;
  minutes: number;
}): MailBody {
  const texts = textsFor(mail.locale);
  const greeting = texts.greeting(oneLine(mail.name));
  const note = texts.signInNote(mail.minutes);
  const button = `<p style="margin:0 0 16px"><a href="${escapeHtml(mail.link)}">${escapeHtml(texts.signInButton)}</a></p>`;
  return {
    subject: texts.signInSubject,
    text: [greeting, texts.signInIntro, mail.link, note, texts.notAsked].join('\n\n').concat('\n'),
    html: writeHtml(
      mail.locale,
      texts.signInSubject,
      [
        paragraph(greeting),
        paragraph(texts.signInIntro),
        button,
        paragraph(note),
        paragraph(texts.notAsked),
      ].join('\n'),
    ),
  };
}
