import type { ArticleTerms } from './article-index';
import { endSlice, isFull, type Pace } from './keep-pace';

/** Where each term stands: from `starts[term]` to `starts[term + 1]`, positions of articles with how much it says of each. */
export type Postings = {
  readonly starts: Uint32Array;
  readonly positions: Uint16Array | Uint32Array;
  /** 0…255; see `weighTerms`. */
  readonly impacts: Uint8Array;
};

type Field = 'title' | 'headings' | 'keywords' | 'body';

const FIELDS: readonly { field: Field; boost: number; usualLength: number }[] = [
  { field: 'title', boost: 6, usualLength: 6 },
  { field: 'headings', boost: 2, usualLength: 20 },
  { field: 'keywords', boost: 2, usualLength: 8 },
  { field: 'body', boost: 1, usualLength: 300 },
];
const K1 = 1.2;
const B = 0.6;
const MOST = FIELDS.reduce((sum, { boost }) => sum + boost, 0);
/** Copying a posting costs about as much as reading this many known words. */
const WORK_OF_POSTING = 0.02;

/**
 * The terms of an article, each once, with what they say of it: saturated frequencies (BM25) over the fields by their weights. Lengths
 * are measured against usual ones, so that nothing follows from what other articles there are.
 */
export function weighTerms(article: Readonly<Record<Field, Int32Array>>): {
  own: Uint32Array;
  impacts: Uint8Array;
} {
  const sums = new Map<number, number>();
  for (const { field, boost, usualLength } of FIELDS) {
    const ids = article[field];
    const counts = new Map<number, number>();
    for (const id of ids) if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
    const slack = K1 * (1 - B + (B * ids.length) / usualLength);
    for (const [id, count] of counts) sums.set(id, (sums.get(id) ?? 0) + (boost * count) / (count + slack));
  }
  return {
    own: Uint32Array.from(sums.keys()),
    impacts: Uint8Array.from(sums.values(), (sum) => Math.ceil((255 * sum) / MOST)),
  };
}

export async function gatherPostings(
  articles: readonly ArticleTerms[],
  size: number,
  pace: Pace,
): Promise<Postings> {
  const starts = new Uint32Array(size + 1);
  for (const { own } of articles) {
    for (const term of own) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    if (isFull(pace, own.length * WORK_OF_POSTING)) await endSlice(pace);
  }
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const count = starts[size] ?? 0;
  const positions = new (articles.length < 2 ** 16 ? Uint16Array : Uint32Array)(count);
  const impacts = new Uint8Array(count);
  const ends = starts.slice();
  for (const [position, { own, impacts: said }] of articles.entries()) {
    for (let i = 0; i < own.length; i++) {
      const term = own[i] ?? 0;
      const at = ends[term] ?? 0;
      positions[at] = position;
      impacts[at] = said[i] ?? 0;
      ends[term] = at + 1;
    }
    if (isFull(pace, own.length * WORK_OF_POSTING)) await endSlice(pace);
  }
  return { starts, positions, impacts };
}
