const CYRILLIC = 'а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я'.split(' ');
const LATIN = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'.split(' ');
const LATIN_OF = new Map(CYRILLIC.map((letter, i) => [letter, (LATIN[i] ?? '').replace('-', '')]));

/** Habits of writing Russian in Latin letters, brought to one; long spellings come first. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/['’`"]/g, ''],
  [/shch|sch|sh|w/g, 'S'],
  [/ch|4/g, 'C'],
  [/zh/g, 'J'],
  [/kh|x/g, 'h'],
  [/ts|tz/g, 'c'],
  [/[yij]([aeou])/g, '$1'],
  [/j(?=[^aeou]|$)/g, 'i'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/**
 * A key that a Russian word and its usual romanisations share: «людей», "lyudey", "ludei" and "ljudej" are all "ludei".
 * Takes a folded word in either alphabet.
 */
export function skeletonOf(word: string): string {
  let key = '';
  for (const letter of word) key += LATIN_OF.get(letter) ?? letter;
  for (const [habit, replacement] of HABITS) key = key.replace(habit, replacement);
  return key;
}

const ROMANISED: readonly (readonly [latin: string, cyrillic: string])[] =
  (
    'shch щ sch щ sh ш ch ч zh ж kh х ts ц ya я ia я ja я yu ю iu ю ju ю yo е jo е ye е je е a а b б c ц d д e е f ф ' +
    "g г h х i и j й k к l л m м n н o о p п q к r р s с t т u у v в w ш x х z з ' ь 4 ч"
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const) ?? [];
const VOWEL = /[аеиоуыэюя]$/;

/** The most likely Russian spelling of a romanised word: "dengami" → «денгами». Soft signs are lost. */
export function writeInCyrillic(word: string): string {
  let written = '';
  for (let at = 0; at < word.length; ) {
    const pair = ROMANISED.find(([latin]) => word.startsWith(latin, at));
    if (pair !== undefined) written += pair[1];
    else written += word[at] === 'y' ? (VOWEL.test(written) ? 'й' : 'ы') : (word[at] ?? '');
    at += pair?.[0].length ?? 1;
  }
  return written;
}
