import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import type { MailBody } from './answer-mail';
import { textsFor } from './mail-texts';
import { escapeHtml, paragraph, writeHtml } from './write-html';

/** `company`: of a distributor, whom it serves itself, at `supportUrl` where that is known. `url`: the articles. */
export function writeNotServedMail(mail: {
  locale: Locale;
  vendor: string;
  company: string | null;
  supportUrl: string | null;
  url: string;
}): MailBody {
  const { notServed } = textsFor(mail.locale);
  const { company, supportUrl, url } = mail;
  const vendor = oneLine(mail.vendor);
  const lines = [
    notServed.greeting(vendor),
    company === null ? notServed.stranger : notServed.distributor(oneLine(company)),
  ];
  const links = [
    ...(company !== null && supportUrl ? [{ text: notServed.theirs, href: supportUrl }] : []),
    { text: notServed.articles, href: url },
  ];
  const subject = notServed.subject(vendor);
  return {
    subject,
    text: [...lines, ...links.map(({ text, href }) => `${text} ${href}`)].join('\n\n').concat('\n'),
    html: writeHtml(
      mail.locale,
      subject,
      [
        ...lines.map((line) => paragraph(line)),
        ...links.map(
          ({ text, href }) =>
            `<p style="margin:0 0 16px">${escapeHtml(text)} <a href="${escapeHtml(href)}">${escapeHtml(href)}</a></p>`,
        ),
      ].join('\n'),
    ),
  };
}
