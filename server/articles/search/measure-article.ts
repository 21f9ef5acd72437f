import type { ArticleTerms } from './article-index';
import type { QueryWord } from './resolve-query';

/** What speaks for an article, each 0…1 of the question's weight, `phrase` and `titleFit` included. */
export type Evidence = {
  /** Saturated term frequencies over all fields (BM25F). */
  readonly frequency: number;
  /** Share of the question that the article contains at all. */
  readonly coverage: number;
  readonly title: number;
  /** Share of the title that the question says. */
  readonly titleFit: number;
  readonly heading: number;
  readonly keywords: number;
  /** Share in title and keywords together. */
  readonly identity: number;
  /** Share in the opening words of the body. */
  readonly opening: number;
  /** Share in the densest stretch of the body. */
  readonly passage: number;
  /** Neighbours in the question that are neighbours in the article. */
  readonly phrase: number;
  /** How much of the body is made of the question's words; 0.5 when every twentieth is one. */
  readonly density: number;
};

/** A question laid out for measuring: per term id the word's slot (from 1) and the fit. */
export type QueryPlan = {
  readonly slots: Uint8Array;
  readonly fits: Float32Array;
  /** 1 for terms that are worth a highlight. */
  readonly marked: Uint8Array;
  readonly weights: readonly number[];
  readonly mass: number;
  readonly termWeight: (id: number) => number;
  readonly averageBodyLength: number;
};

const OPENING_WORDS = 40;
const PASSAGE_WORDS = 24;
const K1 = 1.2;
/** A shorter body is no denser for being short. */
const LEAST_BODY = 30;
const USUAL_DENSITY = 0.05;
const BOOST = { title: 5, heading: 2, keywords: 2 };

export function planQuery(
  words: readonly QueryWord[],
  size: number,
  termWeight: (id: number) => number,
  averageBodyLength: number,
): QueryPlan {
  const slots = new Uint8Array(size);
  const fits = new Float32Array(size);
  const marked = new Uint8Array(size);
  const onlyStops = words.every((word) => word.stop);
  for (const [i, word] of words.entries()) {
    for (const [id, fit] of word.terms) {
      if (fit <= (fits[id] ?? 0)) continue;
      slots[id] = i + 1;
      fits[id] = fit;
      marked[id] = onlyStops || !word.stop ? 1 : 0;
    }
  }
  const weights = words.map((word) => word.weight);
  const mass = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return { slots, fits, marked, weights, mass, termWeight, averageBodyLength };
}

export function measureArticle(plan: QueryPlan, article: ArticleTerms): Evidence {
  const count = plan.weights.length;
  const frequencies = new Float32Array(count);
  const title = new Float32Array(count);
  const keywords = new Float32Array(count);
  const body = new Float32Array(count);
  const phrases = new Float32Array(count);
  const heading = collect(plan, article.headings, frequencies, BOOST.heading, undefined, phrases);
  collect(plan, article.title, frequencies, BOOST.title, title, phrases);
  collect(plan, article.keywords, frequencies, BOOST.keywords, keywords, phrases);
  const length = 0.4 + (0.6 * article.body.length) / plan.averageBodyLength;
  const { opening, passage, said } = scanBody(plan, article.body, frequencies, body, phrases, 1 / length);
  let frequency = 0;
  let coverage = 0;
  let identity = 0;
  let inTitle = 0;
  let inKeywords = 0;
  let phrase = 0;
  for (const [i, weight] of plan.weights.entries()) {
    const f = frequencies[i] ?? 0;
    const best = Math.max(title[i] ?? 0, keywords[i] ?? 0, body[i] ?? 0);
    frequency += weight * (f / (f + K1));
    coverage += weight * (best || Math.min(1, f));
    identity += weight * Math.max(title[i] ?? 0, keywords[i] ?? 0);
    inTitle += weight * (title[i] ?? 0);
    inKeywords += weight * (keywords[i] ?? 0);
    phrase += phrases[i] ?? 0;
  }
  const share = (value: number) => value / plan.mass;
  return {
    frequency: share(frequency),
    coverage: share(coverage),
    title: share(inTitle),
    titleFit: fitTitle(plan, article.title),
    heading: share(heading),
    keywords: share(inKeywords),
    identity: share(identity),
    opening: share(opening),
    passage: share(passage),
    phrase: share(phrase),
    density: said / (said + USUAL_DENSITY * Math.max(LEAST_BODY, article.body.length)),
  };
}

/** Reads a short field; returns the weight of the best of its texts (they end with -1). */
function collect(
  plan: QueryPlan,
  ids: Int32Array,
  frequencies: Float32Array,
  boost: number,
  best: Float32Array | undefined,
  phrases: Float32Array,
): number {
  let top = 0;
  let sum = 0;
  let seen = 0;
  let before = 0;
  for (const id of ids) {
    if (id < 0) {
      top = Math.max(top, sum);
      sum = seen = before = 0;
      continue;
    }
    const slot = plan.slots[id] ?? 0;
    if (slot > 0) {
      const at = slot - 1;
      const fit = plan.fits[id] ?? 0;
      frequencies[at] = (frequencies[at] ?? 0) + boost * fit;
      if (best !== undefined && fit > (best[at] ?? 0)) best[at] = fit;
      if ((seen & (1 << (at & 31))) === 0) sum += fit * (plan.weights[at] ?? 0);
      seen |= 1 << (at & 31);
      notePhrase(plan, before, slot, phrases);
    }
    before = slot;
  }
  return Math.max(top, sum);
}

function notePhrase(plan: QueryPlan, before: number, slot: number, phrases: Float32Array): void {
  if (before === 0 || slot !== before + 1) return;
  const weight = Math.min(plan.weights[before - 1] ?? 0, plan.weights[slot - 1] ?? 0);
  if (weight > (phrases[slot - 1] ?? 0)) phrases[slot - 1] = weight;
}

function scanBody(
  plan: QueryPlan,
  ids: Int32Array,
  frequencies: Float32Array,
  best: Float32Array,
  phrases: Float32Array,
  boost: number,
): { opening: number; passage: number; said: number } {
  const { slots, fits, weights, marked } = plan;
  const lastAt = new Int32Array(weights.length).fill(-PASSAGE_WORDS);
  const lastFit = new Float32Array(weights.length);
  let opening = 0;
  let passage = 0;
  let said = 0;
  let before = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const slot = slots[id] ?? 0;
    if (slot > 0) {
      const word = slot - 1;
      said += marked[id] ?? 0;
      const fit = fits[id] ?? 0;
      frequencies[word] = (frequencies[word] ?? 0) + boost * fit;
      const gain = fit - (best[word] ?? 0);
      if (gain > 0) {
        best[word] = fit;
        if (at < OPENING_WORDS) opening += gain * (weights[word] ?? 0);
      }
      lastAt[word] = at;
      lastFit[word] = fit;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        if (at - (lastAt[i] ?? 0) < PASSAGE_WORDS) sum += (lastFit[i] ?? 0) * (weights[i] ?? 0);
      }
      if (sum > passage) passage = sum;
      notePhrase(plan, before, slot, phrases);
    }
    before = slot;
  }
  return { opening, passage, said };
}

function fitTitle(plan: QueryPlan, title: Int32Array): number {
  let said = 0;
  let whole = 0;
  for (const id of title) {
    if (id < 0) continue;
    const weight = plan.termWeight(id);
    whole += weight;
    said += weight * (plan.fits[id] ?? 0);
  }
  return whole === 0 ? 0 : said / whole;
}
