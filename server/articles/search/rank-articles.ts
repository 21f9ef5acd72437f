import { type ExplainedArticle, SCORE_PARTS } from '@beseda/shared/protocol/search-explanation';
import type { IndexView } from './article-index';
import { matchRoute } from './match-route';
import { type Evidence, measureArticle, planQuery, type QueryPlan } from './measure-article';
import { isStop } from './read-transliteration';
import type { QueryWord, ResolvedQuery } from './resolve-query';
import { keyOfQuery } from './search-rules';

export type Candidate = {
  readonly position: number;
  readonly score: number;
  readonly evidence: Evidence;
  /** Whether the page on which the question is asked belongs to the article. */
  readonly onRoute: boolean;
  /** Whether people have set it before everything else. */
  readonly pinned: boolean;
};
export type Ranking = { readonly plan: QueryPlan; readonly candidates: readonly Candidate[] };

export type RankOptions = {
  /** The host application's page, a path. */
  readonly route?: string | undefined;
};

/** How much each kind of evidence counts; found by cross-checking several help centres (docs/search-quality.md). */
const WEIGHTS: Record<keyof Evidence, number> = {
  frequency: 1.2,
  coverage: 0.1,
  title: 0.1,
  titleFit: 0.5,
  heading: 0.1,
  keywords: 0.15,
  identity: 0.35,
  opening: 0.3,
  passage: 0.6,
  phrase: 0.5,
};

const MAX_CANDIDATES = 90;
/** Readings that fit worse than this support an article, but do not bring one in. */
const LEAST_FIT = 0.5;
/** The weight of a word that 25 % of the articles contain. */
const COMMON_WEIGHT = Math.log(1 + 0.75 / 0.25);
const ENOUGH_RARE = 2;

/** What a page's own article gains: enough to decide between near equals, not to beat a clear answer. */
const ROUTE_BOOST = 0.35;
const STOP_WORD_SHARE = 0.12;

/**
 * The articles that answer a question, best first: MiniSearch finds the candidates by the resolved terms, then each
 * is measured as a whole. Ties go to the lower article number.
 */
export function rankArticles(view: IndexView, query: ResolvedQuery, options: RankOptions): Ranking {
  const { index, averageBodyLength } = view;
  const size = index.vocabulary.terms.length;
  const plan = planQuery(query.words, size, termWeigher(view), averageBodyLength);
  const judge = (position: number, pinned: boolean): Candidate[] => {
    const terms = index.terms[position];
    const article = index.articles[position];
    if (terms === undefined || article === undefined) return [];
    const evidence = measureArticle(plan, terms);
    const onRoute = options.route !== undefined && matchRoute(article.routes, options.route);
    const score = scoreEvidence(evidence) + (onRoute ? ROUTE_BOOST : 0);
    return [{ position, evidence, onRoute, pinned, score }];
  };
  const pins = findPinned(view, query);
  const found = findCandidates(view, query.words).filter((position) => !pins.includes(position));
  const candidates = found.flatMap((position) => judge(position, false));
  candidates.sort((a, b) => b.score - a.score || a.position - b.position);
  return { plan, candidates: [...pins.flatMap((position) => judge(position, true)), ...candidates] };
}

/** Positions of what this question is answered with first, as far as it may be read. */
function findPinned({ index, readable, rules }: IndexView, { text }: ResolvedQuery): number[] {
  const numbers = rules.pins.size === 0 ? [] : (rules.pins.get(keyOfQuery(text)) ?? []);
  return numbers.flatMap((number) => index.positions.get(number) ?? []).filter((at) => readable[at] === 1);
}

/** What a candidate's score is made of. */
export function scoreParts({ evidence, onRoute }: Candidate): ExplainedArticle['parts'] {
  return SCORE_PARTS.map((part) => {
    const share = part === 'route' ? Number(onRoute) : evidence[part];
    return { part, share, points: share * (part === 'route' ? ROUTE_BOOST : WEIGHTS[part]) };
  });
}

function scoreEvidence(evidence: Evidence): number {
  let score = 0;
  for (const kind of Object.keys(WEIGHTS) as (keyof Evidence)[]) score += WEIGHTS[kind] * evidence[kind];
  return score;
}

function termWeigher(view: IndexView): (id: number) => number {
  const { total, termCounts, index } = view;
  const { terms } = index.vocabulary;
  return (id) => {
    const count = termCounts[id] ?? 0;
    const weight = Math.log(1 + (total - count + 0.5) / (count + 0.5));
    return isStop(view, terms[id] ?? '') ? weight * STOP_WORD_SHARE : weight;
  };
}

function findCandidates({ index, readable }: IndexView, words: readonly QueryWord[]): number[] {
  const boosts = new Map<string, number>();
  for (const word of chooseSearched(words)) {
    for (const [id, fit] of word.terms)
      if (fit >= LEAST_FIT) boosts.set(index.vocabulary.terms[id] ?? '', fit);
  }
  const hits = index.mini.search([...boosts.keys()].join(' '), {
    boostTerm: (term) => boosts.get(term) ?? 1,
    filter: (hit) => readable[hit.id as number] === 1,
  });
  return hits.slice(0, MAX_CANDIDATES).map((hit) => hit.id as number);
}

/** Words in a large part of the articles find nothing that the others do not; they are measured all the same. */
function chooseSearched(words: readonly QueryWord[]): readonly QueryWord[] {
  const telling = words.filter((word) => !word.stop);
  if (telling.length === 0) return words;
  const rare = telling.filter((word) => word.terms.size > 0 && word.weight > COMMON_WEIGHT);
  return rare.length >= ENOUGH_RARE ? rare : telling;
}
