/** Words by length with a bit mask of their letters, so that few of them need a real comparison; see `vocabulary.ts` for entries. */
export type TypoTable = {
  readonly byLength: Map<number, { words: string[]; entries: number[]; masks: number[] }>;
};

export type Correction = { readonly word: string; readonly id: number; readonly distance: number };

export function createTypoTable(): TypoTable {
  return { byLength: new Map() };
}

export function addEntry(table: TypoTable, word: string, entry: number): void {
  if (/\p{N}/u.test(word)) return;
  let row = table.byLength.get(word.length);
  if (row === undefined) table.byLength.set(word.length, (row = { words: [], entries: [], masks: [] }));
  row.words.push(word);
  row.entries.push(entry);
  row.masks.push(letterMask(word));
}

/**
 * Known words at most `limit` errors away (a swap of neighbours is one error), nearest first, then by the word. `idOf`
 * gives the term of an entry, or undefined for what is not to be known.
 */
export function correctTypo(
  table: TypoTable,
  word: string,
  limit: number,
  idOf: (entry: number) => number | undefined,
): Correction[] {
  const mask = letterMask(word);
  const found: Correction[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    const row = table.byLength.get(length);
    if (row === undefined) continue;
    for (let i = 0; i < row.masks.length; i++) {
      if (bitCount((row.masks[i] ?? 0) ^ mask) > 2 * limit) continue;
      const known = row.words[i] ?? '';
      const distance = countErrors(word, known, limit);
      const id = distance <= limit ? idOf(row.entries[i] ?? 0) : undefined;
      if (id !== undefined) found.push({ word: known, id, distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

/** Damerau-Levenshtein distance (adjacent swaps), or `limit + 1` when it is greater than `limit`. */
function countErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? limit + 1;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
