import {
  type ExplainedArticle,
  type ExplainedWord,
  MATCHED_FIELDS,
  type SearchExplanation,
  type WordReadingKind,
} from '@beseda/shared/protocol/search-explanation';
import type { ArticleTerms, IndexView } from './article-index';
import { spellTerm } from './correct-query';
import { isShown, nameVerdict, SILENT_BELOW, weighSigns } from './judge-ranking';
import { type Candidate, rankArticles, scoreParts } from './rank-articles';
import { type QueryWord, readKeys, resolveQuery, SYNONYM_FIT } from './resolve-query';
import { FIT } from './resolve-word';
import { splitWords } from './split-words';
import { chooseWorthy, type SuggestOptions } from './suggest-from-index';

const MOST_READINGS = 12;

/** Why a query got these articles, or none, as far as the index knows. */
export type Explanation = Omit<SearchExplanation, 'articles'> & {
  readonly articles: readonly Omit<ExplainedArticle, 'url'>[];
};

/** Does the work of `suggestFromIndex` again and tells what it saw; for the desk and for tuning, not for each key. */
export function explainSuggestions(view: IndexView, query: string, options: SuggestOptions): Explanation {
  const resolved = resolveQuery(view, query);
  const ranking = rankArticles(view, resolved, options);
  const verdict = nameVerdict(resolved, ranking);
  const worthy = new Set(chooseWorthy(resolved, ranking));
  const signs = weighSigns(resolved, ranking);
  const typed = new Set(splitWords(resolved.text).map(({ form }) => form));
  const isRead = (form: string) => !typed.has(form) && /\p{Script=Latin}/u.test(resolved.text);
  return {
    understood: resolved.text,
    layout: resolved.text !== readKeys(query),
    words: resolved.words.map((word) => ({
      form: word.form,
      stop: word.stop,
      weight: word.weight,
      romanised: /\p{Script=Cyrillic}/u.test(word.form) && isRead(word.form),
      spelling: word.spelling ?? null,
      readings: listReadings(view, word),
    })),
    gate: {
      shown: isShown(verdict),
      verdict,
      odds: signs.length === 0 ? null : signs.reduce((sum, { odds }) => sum + odds, 0),
      least: SILENT_BELOW,
      signs: signs.filter(({ odds }) => odds !== 0),
    },
    articles: ranking.candidates
      .slice(0, options.limit)
      .flatMap((candidate) => explainArticle(view, resolved.words, candidate, worthy.has(candidate))),
  };
}

function explainArticle(
  view: IndexView,
  words: readonly QueryWord[],
  candidate: Candidate,
  suggested: boolean,
): Omit<ExplainedArticle, 'url'>[] {
  const { position, score, pinned, onRoute } = candidate;
  const article = view.index.articles[position];
  const terms = view.index.terms[position];
  if (!article || !terms) return [];
  const { number, title } = article;
  return [
    {
      number,
      title,
      score,
      pinned,
      onRoute,
      suggested,
      matches: words.map((word) => ({ form: word.form, fields: listFields(terms, word) })),
      parts: scoreParts(candidate),
    },
  ];
}

function listFields(terms: ArticleTerms, word: QueryWord): ExplainedArticle['matches'][number]['fields'] {
  return MATCHED_FIELDS.filter((field) => terms[field].some((id) => word.terms.has(id)));
}

/** Ties go by the alphabet, and not by what else the index holds. */
function listReadings(view: IndexView, word: QueryWord): ExplainedWord['readings'] {
  const { terms } = view.index.vocabulary;
  const readings = Array.from(word.terms, ([id, fit]) => {
    const stem = terms[id] ?? '';
    return { word: spellTerm(view, id, stem), kind: nameReading(word, fit), fit };
  });
  readings.sort((a, b) => b.fit - a.fit || (a.word < b.word ? -1 : 1));
  return readings.slice(0, MOST_READINGS);
}

function nameReading({ spelling }: QueryWord, fit: number): WordReadingKind {
  if (fit === SYNONYM_FIT) return 'synonym';
  if (spelling !== undefined) return 'repair';
  if (fit === 1) return 'same';
  return fit === FIT.root ? 'kin' : 'completion';
}
