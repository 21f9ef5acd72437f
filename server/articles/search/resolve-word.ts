import type { ArticleIndex } from './article-index';
import type { SpokenWord } from './read-transliteration';
import { rootOfStem, stemWord } from './stem-word';
import { correctTypo } from './typo-table';
import { idOfWord, type Vocabulary, withPrefix } from './vocabulary';
import { skeletonOf } from './write-in-latin';

/** How well a term fits when it is not the word itself. */
const FIT = { root: 0.75, completion: 0.85, completionOfKnown: 0.3, oneError: 0.9, twoErrors: 0.75 };
const MAX_SCANNED = 80;
const MAX_COMPLETIONS = 16;
const MAX_CORRECTIONS = 6;

/** The terms that a word may stand for, with their fit; `typing` when more letters may follow. */
export function resolveWord(index: ArticleIndex, word: SpokenWord, typing: boolean): Map<number, number> {
  const { vocabulary } = index;
  const terms = new Map<number, number>();
  const own = word.ids.length > 0 ? word.ids : [idOfWord(vocabulary, word.form)];
  for (const id of own) if (id !== undefined) terms.set(id, 1);
  addRoots(vocabulary, word, terms);
  const known = terms.size > 0;
  if (typing) addCompletions(vocabulary, word.form, known, terms);
  if (terms.size === 0 && !word.stop) addCorrections(vocabulary, word.form, terms);
  return terms;
}

function addRoots(vocabulary: Vocabulary, word: SpokenWord, terms: Map<number, number>): void {
  if (word.stop) return;
  const stems = [stemWord(word.form), ...Array.from(terms.keys(), (id) => vocabulary.terms[id] ?? '')];
  for (const stem of stems) {
    for (const id of vocabulary.idsOfRoot.get(rootOfStem(stem)) ?? []) offer(terms, id, FIT.root);
  }
}

function addCompletions(
  vocabulary: Vocabulary,
  form: string,
  known: boolean,
  terms: Map<number, number>,
): void {
  if (form.length < (known ? 3 : 2)) return;
  const fit = known ? FIT.completionOfKnown : FIT.completion;
  const ids = new Set<number>();
  for (const found of withPrefix(vocabulary.sortedForms, form, MAX_SCANNED)) {
    const id = vocabulary.idOfForm.get(found);
    if (id !== undefined) ids.add(id);
  }
  if (ids.size === 0 && /^[a-z]{3,}$/.test(form)) {
    for (const found of withPrefix(vocabulary.sortedSkeletons, skeletonOf(form), MAX_SCANNED)) {
      for (const id of vocabulary.idsOfSkeleton.get(found) ?? []) ids.add(id);
    }
  }
  for (const id of mostCommon(vocabulary, ids, MAX_COMPLETIONS)) offer(terms, id, fit);
}

function addCorrections(vocabulary: Vocabulary, form: string, terms: Map<number, number>): void {
  if (form.length < 4 || /\p{N}/u.test(form)) return;
  const limit = form.length < 8 ? 1 : 2;
  const stem = stemWord(form);
  let found = correctTypo(vocabulary.typos, form, limit);
  if (found.length === 0 && stem !== form && stem.length > 4) found = correctTypo(vocabulary.typos, stem, 1);
  const nearest = found[0]?.distance;
  found = found.filter(({ distance }) => distance === nearest);
  if (form.length < 6)
    found = found.filter((correction) => correction.form[0] === form[0] || found.length === 1);
  const ids = new Set(found.map(({ id }) => id));
  const fit = nearest === 1 ? FIT.oneError : FIT.twoErrors;
  for (const id of mostCommon(vocabulary, ids, MAX_CORRECTIONS)) {
    offer(terms, id, fit);
    const root = rootOfStem(vocabulary.terms[id] ?? '');
    for (const mate of vocabulary.idsOfRoot.get(root) ?? []) offer(terms, mate, fit * FIT.root);
  }
}

function mostCommon(vocabulary: Vocabulary, ids: ReadonlySet<number>, limit: number): number[] {
  const count = (id: number) => vocabulary.articleCounts[id] ?? 0;
  return [...ids].sort((a, b) => count(b) - count(a) || a - b).slice(0, limit);
}

function offer(terms: Map<number, number>, id: number, fit: number): void {
  if ((terms.get(id) ?? 0) < fit) terms.set(id, fit);
}
