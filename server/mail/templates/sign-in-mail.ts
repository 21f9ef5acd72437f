import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { fillSubject, fillTemplate } from './fill-template';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

export function writeSignInMail(
  templates: Templates,
  mail: { locale: Locale; name: string; link: string; minutes: number },
): MailBody {
  const { subject, body } = templates('sign_in');
  const values = { name: oneLine(mail.name), link: mail.link, minutes: String(mail.minutes) };
  return writeMail(mail.locale, fillSubject(subject, values), fillTemplate(body, values));
}
