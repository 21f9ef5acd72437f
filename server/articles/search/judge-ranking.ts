import { VERDICT_SIGNS, type Verdict, type VerdictSign } from '@beseda/shared/protocol/search-explanation';
import type { Evidence } from './measure-article';
import type { Ranking } from './rank-articles';
import type { QueryWord, ResolvedQuery } from './resolve-query';

/** A logistic judgement of whether a ranking answers at all; see docs/search-quality.md for how it was found. */
const SIGNS: Record<VerdictSign, number> = {
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
export const SILENT_BELOW = -2.7;
const LOOKED_AT = 3;
const RUNNER_UP = 5;

/** Log-odds that the ranking answers the question, by what speaks for it and against it. Empty: there is none. */
export function weighSigns(query: ResolvedQuery, ranking: Ranking): { sign: VerdictSign; odds: number }[] {
  const candidates = ranking.candidates.filter(({ pinned }) => !pinned);
  const [best] = candidates;
  if (best === undefined) return [];
  const top = candidates.slice(0, LOOKED_AT);
  const most = (kind: keyof Evidence) => Math.max(...top.map(({ evidence }) => evidence[kind]));
  const telling = query.words.filter((word) => !word.stop);
  const measures: Record<VerdictSign, number> = {
    base: 1,
    unknown: unknownShare(telling),
    passage: most('passage'),
    titleFit: most('titleFit'),
    phrase: most('phrase'),
    frequency: most('frequency'),
    opening: most('opening'),
    few: Number(telling.length <= 2),
    margin: best.text - (candidates[RUNNER_UP]?.text ?? 0),
    onRoute: Number(best.onRoute),
  };
  return VERDICT_SIGNS.map((sign) => ({ sign, odds: SIGNS[sign] * measures[sign] }));
}

/** Whether to suggest rather than stay silent. */
export function isWorthShowing(query: ResolvedQuery, ranking: Ranking): boolean {
  return isShown(nameVerdict(query, ranking));
}

export function isShown(verdict: Verdict): boolean {
  return verdict === 'sure' || verdict === 'by_title';
}

/** Small talk and stop words alone are answered only by their very title. */
export function nameVerdict(query: ResolvedQuery, ranking: Ranking): Verdict {
  const best = ranking.candidates.find(({ pinned }) => !pinned)?.evidence;
  if (best === undefined) return 'nothing';
  if (query.smallTalk || query.words.every((word) => word.stop)) {
    if (best.titleFit > 0.9 && best.title > 0.9) return 'by_title';
    return query.smallTalk ? 'small_talk' : 'stop_words';
  }
  const odds = weighSigns(query, ranking).reduce((sum, sign) => sum + sign.odds, 0);
  return odds >= SILENT_BELOW ? 'sure' : 'unsure';
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
