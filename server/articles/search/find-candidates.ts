import type { IndexView } from './article-index';
import type { QueryWord } from './resolve-query';

const MOST = 90;
/** Readings that fit worse than this support an article, but do not bring one in. */
const LEAST_FIT = 0.5;
/** The weight of a word that 25 % of the articles contain. */
const COMMON_WEIGHT = Math.log(1 + 0.75 / 0.25);
const ENOUGH_RARE = 2;
/** Sums of whole numbers are the same in whatever order they are added up. */
const WHOLE = 100;

/** Positions of the readable articles that are worth measuring: those of which the question's terms say most. */
export function findCandidates(view: IndexView, words: readonly QueryWord[]): number[] {
  const { articles, postings } = view.index;
  const scores = new Uint32Array(articles.length);
  for (const [term, weight] of weighSearched(view, words)) {
    const end = postings.starts[term + 1] ?? 0;
    for (let i = postings.starts[term] ?? 0; i < end; i++) {
      const position = postings.positions[i] ?? 0;
      scores[position] = (scores[position] ?? 0) + weight * (postings.impacts[i] ?? 0);
    }
  }
  return takeBest(scores, view.readable);
}

function weighSearched({ total, termCounts }: IndexView, words: readonly QueryWord[]): Map<number, number> {
  const fits = new Map<number, number>();
  for (const { terms } of chooseSearched(words))
    for (const [term, fit] of terms) if (fit >= LEAST_FIT) fits.set(term, fit);
  for (const [term, fit] of fits) {
    const count = termCounts[term] ?? 0;
    const rarity = Math.log(1 + (total - count + 0.5) / (count + 0.5));
    fits.set(term, Math.ceil(WHOLE * fit * rarity));
  }
  return fits;
}

/** Words in a large part of the articles find nothing that the others do not; they are measured all the same. */
function chooseSearched(words: readonly QueryWord[]): readonly QueryWord[] {
  const telling = words.filter((word) => !word.stop);
  if (telling.length === 0) return words;
  const rare = telling.filter((word) => word.terms.size > 0 && word.weight > COMMON_WEIGHT);
  return rare.length >= ENOUGH_RARE ? rare : telling;
}

/** Best first; ties go to the lower position. Sorts no more than four times as many as it takes. */
function takeBest(scores: Uint32Array, readable: Uint8Array): number[] {
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  let best: number[] = [];
  let least = 0;
  for (let position = 0; position < scores.length; position++) {
    if ((scores[position] ?? 0) <= least || readable[position] === 0) continue;
    best.push(position);
    if (best.length < 4 * MOST) continue;
    best = best.sort(byScore).slice(0, MOST);
    least = scores[best.at(-1) ?? 0] ?? 0;
  }
  return best.sort(byScore).slice(0, MOST);
}
