import type { Evidence } from './measure-article';
import type { Ranking } from './rank-articles';
import type { QueryWord, ResolvedQuery } from './resolve-query';

/** A logistic judgement of whether a ranking answers at all; see docs/search-quality.md for how it was found. */
const SIGNS = {
  base: -6.93,
  unknown: -2.62,
  passage: 3.37,
  titleFit: 2.6,
  phrase: 4.1,
  frequency: 2.26,
  opening: 1.28,
  few: -1.67,
  margin: 2.46,
  onRoute: 1,
};
const SILENT_BELOW = -2.8;
const LOOKED_AT = 3;
const RUNNER_UP = 5;

/** Log-odds that the ranking answers the question; the higher, the surer. */
export function judgeRanking(query: ResolvedQuery, ranking: Ranking): number {
  const candidates = ranking.candidates.filter(({ pinned }) => !pinned);
  const [best] = candidates;
  if (best === undefined) return Number.NEGATIVE_INFINITY;
  const top = candidates.slice(0, LOOKED_AT);
  const most = (kind: keyof Evidence) => Math.max(...top.map(({ evidence }) => evidence[kind]));
  const telling = query.words.filter((word) => !word.stop);
  let odds = SIGNS.base + SIGNS.unknown * unknownShare(telling);
  for (const kind of ['passage', 'titleFit', 'phrase', 'frequency', 'opening'] as const)
    odds += SIGNS[kind] * most(kind);
  if (telling.length <= 2) odds += SIGNS.few;
  odds += SIGNS.margin * (best.score - (candidates[RUNNER_UP]?.score ?? 0));
  return best.onRoute ? odds + SIGNS.onRoute : odds;
}

/** Whether to suggest rather than stay silent. Small talk and stop words alone are answered only by their very title. */
export function isWorthShowing(query: ResolvedQuery, ranking: Ranking): boolean {
  const best = ranking.candidates.find(({ pinned }) => !pinned)?.evidence;
  if (best === undefined) return false;
  if (query.smallTalk || query.words.every((word) => word.stop))
    return best.titleFit > 0.9 && best.title > 0.9;
  return judgeRanking(query, ranking) >= SILENT_BELOW;
}

function unknownShare(words: readonly QueryWord[]): number {
  let unknown = 0;
  let all = 0;
  for (const word of words) {
    all += word.weight;
    if (word.terms.size === 0) unknown += word.weight;
  }
  return all === 0 ? 0 : unknown / all;
}
