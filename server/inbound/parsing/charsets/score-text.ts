/** How a script is written: its letters, the ten or so most common ones and the next, and how far it is expected. */
interface Script {
  readonly letters: RegExp;
  readonly common: string;
  readonly usual: string;
  readonly weight: number;
}

const CYRILLIC: Script = {
  letters: /[\u0400-\u045f\u0490\u0491]/,
  common: 'оеаинтсрвл',
  usual: 'кмдпуяыьгзбчйі',
  weight: 1,
};
const LATIN: Script = {
  letters: /[\u00c0-\u024f]/,
  common: 'äöüßéèêëàâçîïôùûñáíóúãõåøæœìòýąćęłńśźżčďěňřšťůžőűșțşğıđ',
  usual: '',
  weight: 0.9,
};
const GREEK: Script = {
  letters: /[\u0370-\u03ff]/,
  common: 'αοιετσνηυρ',
  usual: 'πκμλςάέίόύώήθδγω',
  weight: 0.9,
};
const HEBREW: Script = { letters: /[\u0590-\u05ff]/, common: 'יוהלאמרתבש', usual: 'נםדעפקחכצ', weight: 0.85 };
const ARABIC: Script = { letters: /[\u0600-\u06ff]/, common: 'اليمنورتبع', usual: 'دةهسفكقحأ', weight: 0.85 };
const THAI: Script = { letters: /[\u0e00-\u0e7f]/, common: 'านรอกเงมยล', usual: 'วดทสตะปบคห่้ีัิ', weight: 0.8 };
const SCRIPTS = [CYRILLIC, LATIN, GREEK, HEBREW, ARABIC, THAI] as const;

const USUAL_SIGNS = new Set('«»—–…“”„‘’№·•€°§\u00a0©®™±×†‡'.split(''));

/**
 * How plausible a text is as one of people: about 1 for each letter beyond ASCII that stands where it may, below 0 for
 * what only a wrong charset makes (letters of two scripts in a word, capitals after small ones, boxes, controls).
 */
export function scoreText(text: string): number {
  let score = 0;
  let before: Script | null = null;
  let beforeUpper = false;
  let beforeLatin = false;
  let run = 0;
  for (const char of text) {
    if (char < '\u0080') {
      const latin = (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
      if (latin && before && before !== LATIN) score -= 2;
      beforeUpper = char >= 'A' && char <= 'Z';
      beforeLatin = latin;
      if (!latin) run = 0;
      before = null;
      continue;
    }
    const script = SCRIPTS.find(({ letters }) => letters.test(char)) ?? null;
    if (!script) {
      score += scoreSign(char, before !== null || beforeLatin);
      run = 0;
    } else {
      const lower = char.toLowerCase();
      const upper = lower !== char;
      const inWord = before !== null || beforeLatin;
      score += rateLetter(script, lower) * script.weight;
      // Words in capitals are seldom; read in the wrong charset, small letters become such.
      if (upper && beforeUpper) score -= 0.3;
      if (upper && inWord && !beforeUpper) score -= 2.5;
      if (before && before !== script) score -= 2;
      if (beforeLatin && script !== LATIN) score -= 2;
      // Western words hold an accent now and then; a word of nothing else was written in another script.
      if (script === LATIN && ++run > 2) score -= 2;
      beforeUpper = upper;
    }
    before = script;
    beforeLatin = false;
  }
  return score;
}

function rateLetter({ common, usual }: Script, letter: string): number {
  if (common.includes(letter)) return 1;
  return usual.includes(letter) ? 0.6 : 0.1;
}

function scoreSign(char: string, inWord: boolean): number {
  if (char === '\ufffd') return -4;
  if (char < '\u00a0' || (char >= '\ue000' && char <= '\uf8ff')) return -3;
  if (char >= '\u2500' && char <= '\u25ff') return -2;
  if (USUAL_SIGNS.has(char)) return 0.3;
  return inWord ? -1.5 : -0.7;
}
