const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў';
const LATIN = 'a b v g d e yo zh z i y k l m n o p r s t u f h c ch sh shch  y  e yu ya i yi ye g u'.split(
  ' ',
);
const TO_LATIN = new Map([...LETTERS].map((letter, at) => [letter, LATIN[at] ?? '']));

const MAX_LENGTH = 80;

/**
 * A text as part of an address: lower case, Cyrillic transliterated, words joined by hyphens, at most 80 characters.
 * Empty when the text has neither letters nor digits.
 */
export function makeSlug(text: string): string {
  const latin = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Script=Cyrillic}/gu, (letter) => TO_LATIN.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const words = latin.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug || [...(words[0] ?? '')].slice(0, MAX_LENGTH / 2).join('');
}
