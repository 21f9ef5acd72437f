import { createHash } from 'node:crypto';
import type { ParsedMail } from './parsing/parsed-mail';

/**
 * The same for the same mail by any way, and another one for another mail under the same Message-ID: made of what was
 * understood, which no relay rewrites. What carries neither a Message-ID nor a date could be a second mail with the same
 * few words: that one is the same only byte by byte. 64 hexadecimal digits.
 */
export function fingerprintMail(mail: ParsedMail, rawSha256: string): string {
  const parts = [
    mail.messageId,
    mail.from.map(({ address }) => address.toLowerCase()),
    mail.date?.toISOString() ?? null,
    squeeze(mail.subject),
    squeeze(`${mail.text}\n${mail.folded}`),
    mail.files.map(({ sha256 }) => sha256),
    ...(mail.messageId === null && mail.date === null ? [rawSha256] : []),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Line ends and blanks at them change on the way. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
