import { endSlice, isFull, type Pace } from './keep-pace';

const RUN = 500;
/** Comparing two words costs about as much as reading this many known ones. */
const WORK_OF_MERGING = 0.05;

/** A sorted list with more words, in code-unit order. Gives way to other work, however many there are. */
export async function addSorted(
  sorted: readonly string[],
  words: readonly string[],
  pace: Pace,
): Promise<readonly string[]> {
  let runs: (readonly string[])[] = [];
  for (let from = 0; from < words.length; from += RUN) {
    runs.push(words.slice(from, from + RUN).sort(byCodeUnit));
    if (isFull(pace, RUN)) await endSlice(pace);
  }
  while (runs.length > 1) {
    const merged: (readonly string[])[] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(await merge(runs[i] ?? [], runs[i + 1] ?? [], pace));
    runs = merged;
  }
  return merge(sorted, runs[0] ?? [], pace);
}

async function merge(
  one: readonly string[],
  other: readonly string[],
  pace: Pace,
): Promise<readonly string[]> {
  if (other.length === 0) return one;
  const merged: string[] = [];
  let i = 0;
  for (const word of other) {
    for (; i < one.length && (one[i] ?? '') <= word; i++) {
      merged.push(one[i] ?? '');
      if (isFull(pace, WORK_OF_MERGING)) await endSlice(pace);
    }
    merged.push(word);
    if (isFull(pace, WORK_OF_MERGING)) await endSlice(pace);
  }
  return merged.concat(one.slice(i));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
