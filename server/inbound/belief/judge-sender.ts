import type { DNSResolver } from 'mailauth';
import type { Services } from '../../context/context';
import type { ParsedMail } from '../parsing/parsed-mail';
import type { Belief, Handover } from './belief';
import { checkMail } from './check-mail';
import { readResults } from './read-results';

/** Whether the address in `From` is whose mail this is. One that names two authors, or none, never is. */
export async function judgeSender(
  services: Services,
  mail: ParsedMail,
  handover: Handover,
  resolver?: DNSResolver,
): Promise<Belief> {
  const author = soleAuthor(mail);
  if (author === null) return 'failed';
  const means = await services.settings.get('mail.authentication');
  if (means === 'none') return 'believed';
  const domain = author.slice(author.lastIndexOf('@') + 1);
  if (means === 'check') return checkMail(domain, handover, resolver);
  return readResults(mail.headers, domain, {
    trusted: await services.settings.get('mail.authserv_ids'),
    relays: await services.settings.get('mail.relays'),
    handover,
  });
}

/** The one address in the one `From` of a mail. */
export function soleAuthor({ from, headers }: Pick<ParsedMail, 'from' | 'headers'>): string | null {
  const [author, other] = from;
  if (!author || other || headers.filter(({ name }) => name === 'from').length > 1) return null;
  return /^[^\s@]+@[^\s@]+$/.test(author.address) ? author.address : null;
}
