import {
  type ExplainedArticle,
  SCORE_PARTS,
  type ScorePart,
} from '@beseda/shared/protocol/search-explanation';
import type { IndexedArticle, IndexView } from './article-index';
import { findCandidates } from './find-candidates';
import { matchRoute } from './match-route';
import { type Evidence, measureArticle, planQuery, type QueryPlan } from './measure-article';
import { isStop } from './read-transliteration';
import type { ResolvedQuery } from './resolve-query';
import { keyOfQuery } from './search-rules';
import { STANDING_POINTS, type Standing, UNKNOWN } from './standing';

export type Candidate = {
  readonly position: number;
  readonly score: number;
  /** The score without the standing. */
  readonly text: number;
  readonly evidence: Evidence;
  readonly standing: Standing;
  /** Whether the page on which the question is asked belongs to the article. */
  readonly onRoute: boolean;
  /** Whether people have set it before everything else. */
  readonly pinned: boolean;
};
export type Ranking = { readonly plan: QueryPlan; readonly candidates: readonly Candidate[] };

export type RankOptions = {
  /** The host application's page, a path. */
  readonly route?: string | undefined;
  readonly standingOf?: ((article: IndexedArticle) => Standing) | undefined;
};

/** How much each kind of evidence counts; found by cross-checking several help centres (docs/search-quality.md). */
const WEIGHTS: Record<keyof Evidence, number> = {
  frequency: 0.7,
  coverage: 0.15,
  title: 0.05,
  titleFit: 0.4,
  heading: 0.2,
  keywords: 0.15,
  identity: 0.2,
  opening: 0.2,
  passage: 0.3,
  phrase: 0.6,
  density: 0.55,
};

/** What a page's own article gains: enough to decide between near equals, not to beat a clear answer. */
const ROUTE_BOOST = 0.35;
const STOP_WORD_SHARE = 0.12;

/**
 * The articles that answer a question, best first: the resolved terms find candidates (`find-candidates.ts`),
 * then each is measured as a whole. Ties go to the lower article number.
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
    const standing = options.standingOf?.(article) ?? UNKNOWN;
    const text = sumPoints(WEIGHTS, evidence) + (onRoute ? ROUTE_BOOST : 0);
    const score = text + sumPoints(STANDING_POINTS, standing);
    return [{ position, evidence, onRoute, standing, pinned, text, score }];
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
export function scoreParts({ evidence, onRoute, standing }: Candidate): ExplainedArticle['parts'] {
  const shares: Record<ScorePart, number> = { ...evidence, route: Number(onRoute), ...standing };
  const worth: Record<ScorePart, number> = { ...WEIGHTS, route: ROUTE_BOOST, ...STANDING_POINTS };
  return SCORE_PARTS.map((part) => ({ part, share: shares[part], points: shares[part] * worth[part] }));
}

function sumPoints<T extends string>(
  worth: Readonly<Record<T, number>>,
  shares: Readonly<Record<T, number>>,
): number {
  let sum = 0;
  for (const part of Object.keys(worth) as T[]) sum += worth[part] * shares[part];
  return sum;
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
