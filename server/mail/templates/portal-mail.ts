import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import type { MailBody } from './answer-mail';
import { textsFor } from './mail-texts';
import { escapeHtml, paragraph, writeHtml } from './write-html';

/** A way into «Мои обращения»; one for each company that the reader works for. */
export interface PortalEntrance {
  company: string;
  link: string;
}

export function writePortalMail(mail: {
  locale: Locale;
  name: string;
  entrances: PortalEntrance[];
  minutes: number;
}): MailBody {
  const texts = textsFor(mail.locale);
  const greeting = texts.greeting(oneLine(mail.name));
  const note = texts.signInNote(mail.minutes);
  const entrances = mail.entrances.map(({ company, link }) => ({
    link,
    intro: texts.portalIntro(oneLine(company)),
  }));
  return {
    subject: texts.portalSubject,
    text: [greeting, ...entrances.flatMap(({ intro, link }) => [intro, link]), note, texts.notAsked]
      .join('\n\n')
      .concat('\n'),
    html: writeHtml(
      mail.locale,
      texts.portalSubject,
      [
        paragraph(greeting),
        ...entrances.map(({ intro, link }) => paragraph(intro) + anchor(link, texts.signInButton)),
        paragraph(note),
        paragraph(texts.notAsked),
      ].join('\n'),
    ),
  };
}

/** To a distributor, who is not served: who is, and where their own company helps them. */
export function writeNotStaffMail(mail: {
  locale: Locale;
  name: string;
  company: string;
  supportUrl: string | null;
}): MailBody {
  const texts = textsFor(mail.locale);
  const greeting = texts.greeting(oneLine(mail.name));
  const told = texts.notStaff(oneLine(mail.company));
  const { supportUrl } = mail;
  return {
    subject: texts.portalSubject,
    text: [greeting, told, ...(supportUrl ? [supportUrl] : []), texts.notAsked].join('\n\n').concat('\n'),
    html: writeHtml(
      mail.locale,
      texts.portalSubject,
      [
        paragraph(greeting),
        paragraph(told),
        ...(supportUrl ? [anchor(supportUrl, supportUrl)] : []),
        paragraph(texts.notAsked),
      ].join('\n'),
    ),
  };
}

function anchor(href: string, text: string): string {
  return `<p style="margin:0 0 16px"><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`;
}
