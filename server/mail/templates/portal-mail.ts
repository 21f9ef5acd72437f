import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { type Block, fillSubject, fillTemplate } from './fill-template';
import { labelsOf } from './labels';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

/** A way into «Мои обращения»; one for each company that the reader works for. */
export interface PortalEntrance {
  company: string;
  link: string;
}

export function writePortalMail(
  templates: Templates,
  mail: { locale: Locale; name: string; entrances: PortalEntrance[]; minutes: number },
): MailBody {
  const { locale } = mail;
  const { subject, body } = templates('portal');
  const entrances = mail.entrances.map(
    ({ company, link }): Block => ({
      kind: 'links',
      links: [{ label: labelsOf(locale).entrance(oneLine(company)), url: link }],
    }),
  );
  const values = { name: oneLine(mail.name), minutes: String(mail.minutes), entrances };
  return writeMail(locale, fillSubject(subject, values), fillTemplate(body, values));
}

/** To a distributor, who is not served: who is, and where their own company helps them. */
export function writeNotStaffMail(
  templates: Templates,
  mail: { locale: Locale; name: string; company: string; supportUrl: string | null },
): MailBody {
  const { subject, body } = templates('not_staff');
  const values = { name: oneLine(mail.name), company: oneLine(mail.company), support_link: mail.supportUrl };
  return writeMail(mail.locale, fillSubject(subject, values), fillTemplate(body, values));
}
