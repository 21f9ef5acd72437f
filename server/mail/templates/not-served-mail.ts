import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { fillSubject, fillTemplate } from './fill-template';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

/** `company`: of a distributor, whom it serves itself, at `supportUrl` where that is known. `url`: the articles. */
export function writeNotServedMail(
  templates: Templates,
  mail: { locale: Locale; vendor: string; company: string | null; supportUrl: string | null; url: string },
): MailBody {
  const { subject, body } = templates(mail.company === null ? 'not_served' : 'not_served_distributor');
  const values = {
    vendor: oneLine(mail.vendor),
    company: mail.company && oneLine(mail.company),
    support_link: mail.supportUrl,
    articles: mail.url,
  };
  return writeMail(mail.locale, fillSubject(subject, values), fillTemplate(body, values));
}
