import { createHash } from 'node:crypto';
import type { ParsedMail } from './parsing/parsed-mail';

/**
 * The same for the same mail by any way, and another one for another mail under the same Message-ID: made of what was
 * understood, which no relay rewrites. 64 hexadecimal digits.
 */
export function fingerprintMail(mail: ParsedMail): string {
  const parts = [
    mail.messageId,
    mail.from.map(({ address }) => address.toLowerCase()),
    mail.date?.toISOString() ?? null,
    squeeze(mail.subject),
    squeeze(`${mail.text}\n${mail.folded}`),
    mail.files.map(({ sha256 }) => sha256),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Line ends and blanks at them change on the way. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
