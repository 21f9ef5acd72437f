const URL_IN_TEXT = /(https?:\/\/[\w\-.~:/?#@!$&'()+,;=%]*[\w/])/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const PUNCTUATION = /^[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;

/** Text so that Markdown shows it as it is, wherever in a line it stands. Addresses in it stay addresses. */
export function escapeMarkdown(text: string): string {
  return text
    .split(URL_IN_TEXT)
    .map((part, at) => (at % 2 === 1 ? part : escapePlain(part)))
    .join('');
}

function escapePlain(text: string): string {
  return text.replace(/[\\`*_[\]<&~]/g, (sign, at: number) =>
    mustEscape(sign, text, at) ? `\\${sign}` : sign,
  );
}

function mustEscape(sign: string, text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (sign === '\\') return after === '' || PUNCTUATION.test(after);
  if (sign === '_') return !(WORD.test(before) && WORD.test(after));
  if (sign === '~') return before === '~' || after === '~' || before === '' || after === '';
  if (sign === '<') return after === '' || /[a-z/!?]/i.test(after);
  if (sign === '&') return ENTITY.test(text.slice(at));
  return true;
}

/** The beginning of a line so that it begins no list, heading, quotation, rule, table or fence. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([+-])(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-=|:]+)(?=[-=|:\s]*$)/, '\\$1')
    .replace(/^(>|~~~|:::|\|)/, '\\$1');
}

/** An address as Markdown takes it between round brackets. */
export function escapeAddress(address: string): string {
  return address
    .trim()
    .replace(/[\s\p{Cc}<>()\\]/gu, (sign) =>
      encodeURIComponent(sign).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')),
    );
}
