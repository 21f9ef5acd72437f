import { foldText } from '@beseda/shared/domain/fold-text';

const LATIN_KEYS = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~@#$^&|';
const RUSSIAN_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"№;:?/';
const TO_RUSSIAN = new Map(Array.from(LATIN_KEYS, (key, i) => [key, RUSSIAN_KEYS[i] ?? key]));
const TO_LATIN = new Map(Array.from(RUSSIAN_KEYS, (key, i) => [key, LATIN_KEYS[i] ?? key]));

/**
 * How a piece of text reads: the share of its letters in known words, and how usual its letter pairs are, 0…1. Only
 * what was `typed` may be a romanised word: two repairs of one word find sense in everything.
 */
export type Reading = (text: string, typed: boolean) => { readonly known: number; readonly usual: number };

type Piece = {
  readonly typed: string;
  readonly flipped: string;
  readonly gain: number;
  readonly letters: number;
};

/**
 * Rewrites what was typed on the other keyboard layout, piece by piece, so that one wrong word in mid-sentence is
 * repaired as well as a whole sentence with its punctuation keys («,» is «б»). Pieces that tell nothing by
 * themselves follow the rest. The result is the input itself when nothing was to be repaired.
 */
export function repairLayout(query: string, read: Reading): string {
  const parts = query.split(/([\s\u2010-\u2015-]+)/);
  const pieces = parts.map((part) => (/[^\s\u2010-\u2015-]/.test(part) ? readPiece(part, read) : undefined));
  let lean = 0;
  for (const piece of pieces) if (piece) lean += piece.gain * piece.letters;
  const repaired = pieces.map((piece, i) => {
    if (piece === undefined) return parts[i] ?? '';
    return piece.gain > 0.2 || (lean > 0 && piece.gain > -0.25) ? piece.flipped : piece.typed;
  });
  return repaired.join('');
}

function readPiece(typed: string, read: Reading): Piece | undefined {
  const latin = /\p{Script=Latin}/u.test(typed);
  const russian = /\p{Script=Cyrillic}/u.test(typed);
  if (latin && russian) return undefined;
  const map = russian ? TO_LATIN : TO_RUSSIAN;
  const flipped = flipEnd(typed, map, read);
  if (flipped === typed) return undefined;
  const letters = foldText(typed).length;
  if (!latin && !russian) return { typed, flipped, gain: /\p{L}/u.test(flipped) ? 0 : -1, letters: 0 };
  const before = read(typed, true);
  const after = read(flipped, false);
  const usual = after.usual - before.usual > 0.4 ? 0.3 : 0;
  return { typed, flipped, gain: after.known - before.known + (before.known > 0 ? 0 : usual), letters };
}

/** Flips a piece; a mark at its end may be meant as a letter («vj;tn,» may be «можетб» or «может,»). */
function flipEnd(typed: string, map: ReadonlyMap<string, string>, read: Reading): string {
  const flip = (text: string) => Array.from(text, (key) => map.get(key) ?? key).join('');
  const whole = flip(typed);
  const bare = /^(.*\p{L})([.,;:?!]+)$/u.exec(typed);
  if (bare === null) return whole;
  const kept = flip(bare[1] ?? '') + (bare[2] ?? '');
  return read(kept, false).known > read(whole, false).known ? kept : whole;
}
