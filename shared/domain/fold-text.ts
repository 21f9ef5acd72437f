/** Most words are written so already. */
const FOLDED = /^[a-zа-я0-9]*$/;
const INVISIBLE = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/**
 * Brings text to the one form in which it is compared: NFKC, lower case, ё as е, without combining marks and
 * invisible characters. «Счёт» and "СЧЕТ" give the same string. The length may differ from the input's.
 */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replaceAll('ё', 'е');
}
