import type { IndexView, Mark } from './article-index';
import { correctQuery } from './correct-query';
import { cutSnippet, markWords } from './cut-snippet';
import { isWorthShowing } from './judge-ranking';
import { type Candidate, type Ranking, type RankOptions, rankArticles } from './rank-articles';
import { type ResolvedQuery, resolveQuery } from './resolve-query';

/** A matching article: score (only for ordering), the passage that matches, and what to highlight in it. */
export type Suggestion = {
  readonly number: number;
  readonly score: number;
  readonly snippet: string;
  /** UTF-16 offsets into `snippet`. */
  readonly marks: Mark[];
  /** UTF-16 offsets into the article's title. */
  readonly titleMarks: Mark[];
};

export type SuggestOptions = RankOptions & { readonly limit: number };

/** Weaker than this share of the best one is no suggestion beside it. */
const WORTH_BESIDE_BEST = 0.3;

/**
 * Articles for a question as it is typed, best first, or none: for small talk, for other subjects, and while too
 * little is typed to tell. Takes any text and never throws.
 */
export function suggestFromIndex(view: IndexView, query: string, options: SuggestOptions): Suggestion[] {
  const resolved = resolveQuery(view, query);
  const ranking = rankArticles(view, resolved, options);
  return present(view, ranking, chooseWorthy(resolved, ranking).slice(0, options.limit));
}

/** What is good enough to be suggested. What people have set is shown, whatever the gate says. */
export function chooseWorthy(resolved: ResolvedQuery, ranking: Ranking): Candidate[] {
  const { candidates } = ranking;
  if (!isWorthShowing(resolved, ranking)) return candidates.filter(({ pinned }) => pinned);
  const best = candidates.find(({ pinned }) => !pinned)?.score ?? 0;
  return candidates.filter(({ score, pinned }) => pinned || score >= best * WORTH_BESIDE_BEST);
}

/** The search page's results: the same ranking, but any word that some article contains answers. */
export function searchFromIndex(view: IndexView, query: string, options: SuggestOptions): Suggestion[] {
  const ranking = rankArticles(view, resolveQuery(view, query), options);
  return present(view, ranking, ranking.candidates.slice(0, options.limit));
}

/** All that a query finds, best first, to be shown in parts. */
export type Finding = {
  readonly numbers: readonly number[];
  /** The query as it was probably meant, where that is not how it was typed. */
  readonly corrected: string | null;
  show(numbers: readonly number[]): Suggestion[];
};

export function findInIndex(view: IndexView, query: string, options: RankOptions = {}): Finding {
  const resolved = resolveQuery(view, query);
  const ranking = rankArticles(view, resolved, options);
  const byNumber = new Map(
    ranking.candidates.map((candidate) => [view.index.articles[candidate.position]?.number ?? -1, candidate]),
  );
  return {
    numbers: [...byNumber.keys()],
    corrected: correctQuery(resolved, query),
    show: (numbers) =>
      present(
        view,
        ranking,
        numbers.flatMap((number) => byNumber.get(number) ?? []),
      ),
  };
}

function present(view: IndexView, { plan }: Ranking, candidates: readonly Candidate[]): Suggestion[] {
  return candidates.flatMap(({ position, score }) => {
    const article = view.index.articles[position];
    const terms = view.index.terms[position];
    if (article === undefined || terms === undefined) return [];
    const titleMarks = markWords(plan, view, article.title);
    return [{ number: article.number, score, ...cutSnippet(plan, terms, article.body), titleMarks }];
  });
}
