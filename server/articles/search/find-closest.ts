import type { IndexView } from './article-index';
import { resolveQuery } from './resolve-query';
import { type Suggestion, type SuggestOptions, searchFromIndex } from './suggest-from-index';
import { termOfEntry, withPrefix } from './vocabulary';

const SHORTEST = 4;
const LEAST_SHARE = 0.5;
const MOST_LOOKED_AT = 200;

/** Where a search finds nothing: articles with words that begin like the ones that nobody has written. */
export function findClosestFromIndex(view: IndexView, query: string, options: SuggestOptions): Suggestion[] {
  const near = resolveQuery(view, query).words.flatMap(({ form, stop }) => {
    const word = stop ? undefined : nearestBeginning(view, form);
    return word === undefined ? [] : [word];
  });
  return near.length === 0 ? [] : searchFromIndex(view, near.join(' '), options);
}

/** The most frequent readable word that shares the longest beginning with this one, at least half of it. */
function nearestBeginning(view: IndexView, form: string): string | undefined {
  const { sortedForms, idOfForm } = view.index.vocabulary;
  const least = Math.max(SHORTEST, Math.ceil(form.length * LEAST_SHARE));
  for (let length = form.length - 1; length >= least; length--) {
    let best: string | undefined;
    let most = 0;
    let looked = 0;
    for (const word of withPrefix(sortedForms, form.slice(0, length))) {
      const id = idOfForm.get(word) ?? 0;
      const count = termOfEntry(view, id) === undefined ? 0 : (view.formCounts[id] ?? 0);
      if (count > most) [best, most] = [word, count];
      if (++looked === MOST_LOOKED_AT) break;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}
