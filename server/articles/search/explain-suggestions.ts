import type { IndexView } from './article-index';
import { isWorthShowing, judgeRanking } from './judge-ranking';
import type { Evidence } from './measure-article';
import { rankArticles } from './rank-articles';
import { resolveQuery } from './resolve-query';
import type { SuggestOptions } from './suggest-from-index';

/** Why a question got these articles, or none. */
export type Explanation = {
  /** The question after repair of the keyboard layout; `repaired` when that changed it. */
  readonly understood: string;
  readonly repaired: boolean;
  readonly words: readonly {
    readonly form: string;
    readonly stop: boolean;
    readonly weight: number;
    /** The stems that were looked up, with how well each fits, 0…1. */
    readonly terms: Readonly<Record<string, number>>;
  }[];
  readonly smallTalk: boolean;
  /** Log-odds that the ranking answers; `shown` tells whether that was enough. */
  readonly odds: number;
  readonly shown: boolean;
  readonly articles: readonly {
    readonly number: number;
    readonly title: string;
    readonly score: number;
    readonly onRoute: boolean;
    readonly evidence: Evidence;
  }[];
};

/** Does the work of `suggestFromIndex` again and tells what it saw; for the desk and for tuning, not for each key. */
export function explainSuggestions(view: IndexView, query: string, options: SuggestOptions): Explanation {
  const resolved = resolveQuery(view, query);
  const { articles, vocabulary } = view.index;
  const ranking = rankArticles(view, resolved, options);
  return {
    understood: resolved.text,
    repaired: resolved.text !== query,
    words: resolved.words.map(({ form, stop, weight, terms }) => ({
      form,
      stop,
      weight,
      terms: Object.fromEntries(Array.from(terms, ([id, fit]) => [vocabulary.terms[id] ?? '', fit])),
    })),
    smallTalk: resolved.smallTalk,
    odds: judgeRanking(resolved, ranking),
    shown: isWorthShowing(resolved, ranking),
    articles: ranking.candidates.slice(0, options.limit).map(({ position, score, onRoute, evidence }) => ({
      number: articles[position]?.number ?? -1,
      title: articles[position]?.title ?? '',
      score,
      onRoute,
      evidence,
    })),
  };
}
