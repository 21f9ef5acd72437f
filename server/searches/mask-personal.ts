import { stripSecrets } from '@beseda/shared/domain/mask-secrets';

const EMAIL = /[^\s@,;<>()[\]]+@[^\s@,;<>()[\]]+\.[^\s@,;<>()[\].]+/gu;
const SAID_SECRET = /((?:пароль|логин|код|пин)\s*[:=—-]\s*)[^\s,;]+/giu;
const NICKNAME = /(?<![\p{L}\p{N}])@\w{4,}/gu;
/** Telephones and cards, however they are written, and every other number of six digits or more. */
const LONG_NUMBER = /\+?\(?\d(?:[\s().\-–—]{0,3}\d){5,}/gu;

/**
 * A text as it may be kept: one line without addresses, telephones, cards, long numbers, names of accounts and secrets, cut
 * after so many characters. Names of people cannot be told from other words: they stay.
 */
export function maskPersonal(text: string, most: number): string {
  // What is cut off must not leave half a number behind.
  const masked = stripSecrets(text.slice(0, 4 * most))
    .replace(EMAIL, '[email]')
    .replace(SAID_SECRET, '$1[…]')
    .replace(NICKNAME, '[…]')
    .replace(LONG_NUMBER, '[…]')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (masked.length <= most) return masked;
  const cut = masked.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/\p{Cs}$/u, '')}…`;
}
