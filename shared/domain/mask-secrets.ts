const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const JWT = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g;
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const NAMED =
  /((?:pass(?:word|wd)?|pwd|secret|token|api[-_]?key|access[-_]?key|auth(?:orization)?|session(?:[-_]?id)?|sid|signature|sig|code|otp|pin)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|(?!\[)(?:(?:Bearer|Basic)\s+)?[^\s&,;"'#]+)/gi;
const WORD = /(?<![\w-])[\w-]{20,}(?![\w-])/g;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LONG_NUMBER = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
const QUERY = /([?&#])([^=&#\s?"']+)=[^&#\s"']*/g;
const SIGN_IN = /(\/\/)[^\s/@?#]+@/g;

/** Random-looking: both letters and digits, or all of it hexadecimal. A UUID names a thing and stays. */
function maskWord(word: string): string {
  if (UUID.test(word)) return word;
  return /\d/.test(word) && /[a-z]/i.test(word) ? '[…]' : word;
}

/** A text without what may be a secret: tokens, passwords, sign-ins in addresses, emails, card numbers. */
export function maskSecrets(text: string): string {
  return text
    .replace(SIGN_IN, '$1')
    .replace(NAMED, '$1[…]')
    .replace(BEARER, '$1 […]')
    .replace(JWT, '[…]')
    .replace(EMAIL, '[email]')
    .replace(LONG_NUMBER, '[…]')
    .replace(WORD, maskWord);
}

/** The same for addresses that nobody has looked at: of their queries only the names stay. */
export const stripSecrets = (text: string): string => maskSecrets(text.replace(QUERY, '$1$2=…'));
