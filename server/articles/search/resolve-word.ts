import type { IndexView } from './article-index';
import { spellTerm } from './correct-query';
import type { SpokenWord } from './read-transliteration';
import { rootOfStem, stemWord } from './stem-word';
import { correctTypo } from './typo-table';
import { idOfWord, idsOfRoot, idsOfSkeleton, termOfEntry, withPrefix } from './vocabulary';
import { skeletonOf } from './write-in-latin';

/** How well a term fits when it is not the word itself. */
export const FIT = { root: 0.75, completion: 0.85, completionOfKnown: 0.3, oneError: 0.9, twoErrors: 0.75 };
const MAX_SCANNED = 80;
const MAX_COMPLETIONS = 16;
const MAX_CORRECTIONS = 6;

/** `spelling`: what a misspelt word was taken for. */
export type WordReading = { readonly terms: Map<number, number>; readonly spelling?: string };

/** The terms that a word may stand for, with their fit; `typing` when more letters may follow. */
export function resolveWord(view: IndexView, word: SpokenWord, typing: boolean): WordReading {
  const terms = new Map<number, number>();
  const own = word.ids.length > 0 ? word.ids : [idOfWord(view, word.form)];
  for (const id of own) if (id !== undefined) terms.set(id, 1);
  addRoots(view, word, terms);
  const known = terms.size > 0;
  if (typing) addCompletions(view, word.form, known, terms);
  if (terms.size > 0 || word.stop) return { terms };
  const spelling = addCorrections(view, word.form, terms);
  return spelling === undefined ? { terms } : { terms, spelling };
}

function addRoots(view: IndexView, word: SpokenWord, terms: Map<number, number>): void {
  if (word.stop) return;
  const stems = [
    stemWord(word.form),
    ...Array.from(terms.keys(), (id) => view.index.vocabulary.terms[id] ?? ''),
  ];
  for (const stem of stems) {
    for (const id of idsOfRoot(view, rootOfStem(stem))) offer(terms, id, FIT.root);
  }
}

function addCompletions(view: IndexView, form: string, known: boolean, terms: Map<number, number>): void {
  if (form.length < (known ? 3 : 2)) return;
  const fit = known ? FIT.completionOfKnown : FIT.completion;
  let ids = formsThatBegin(view, form);
  if (ids.size === 0 && /^[a-z]{3,}$/.test(form)) ids = skeletonsThatBegin(view, skeletonOf(form));
  for (const id of mostCommon(view, ids, MAX_COMPLETIONS)) offer(terms, id, fit);
}

function formsThatBegin(view: IndexView, prefix: string): Set<number> {
  const { sortedForms, idOfForm } = view.index.vocabulary;
  const ids = new Set<number>();
  let scanned = 0;
  for (const found of withPrefix(sortedForms, prefix)) {
    const id = termOfEntry(view, idOfForm.get(found) ?? 0);
    if (id === undefined) continue;
    ids.add(id);
    if (++scanned === MAX_SCANNED) break;
  }
  return ids;
}

function skeletonsThatBegin(view: IndexView, prefix: string): Set<number> {
  const ids = new Set<number>();
  let scanned = 0;
  for (const found of withPrefix(view.index.vocabulary.sortedSkeletons, prefix)) {
    const own = idsOfSkeleton(view, found);
    for (const id of own ?? []) ids.add(id);
    if (own && ++scanned === MAX_SCANNED) break;
  }
  return ids;
}

function addCorrections(view: IndexView, form: string, terms: Map<number, number>): string | undefined {
  if (form.length < 4 || /\p{N}/u.test(form)) return undefined;
  const limit = form.length < 8 ? 1 : 2;
  const stem = stemWord(form);
  const { typos, terms: stems } = view.index.vocabulary;
  const idOf = (entry: number) => termOfEntry(view, entry);
  let found = correctTypo(typos, form, limit, idOf);
  if (found.length === 0 && stem !== form && stem.length > 4) found = correctTypo(typos, stem, 1, idOf);
  const nearest = found[0]?.distance;
  found = found.filter(({ distance }) => distance === nearest);
  if (form.length < 6)
    found = found.filter((correction) => correction.word[0] === form[0] || found.length === 1);
  const ids = new Set(found.map(({ id }) => id));
  const fit = nearest === 1 ? FIT.oneError : FIT.twoErrors;
  const chosen = mostCommon(view, ids, MAX_CORRECTIONS);
  for (const id of chosen) {
    offer(terms, id, fit);
    const root = rootOfStem(stems[id] ?? '');
    for (const mate of idsOfRoot(view, root)) offer(terms, mate, fit * FIT.root);
  }
  const [best] = chosen;
  return best === undefined
    ? undefined
    : spellTerm(view, best, found.find(({ id }) => id === best)?.word ?? form);
}

/** Ties go by the alphabet: ids tell in which order articles came. */
function mostCommon({ index, termCounts }: IndexView, ids: ReadonlySet<number>, limit: number): number[] {
  const count = (id: number) => termCounts[id] ?? 0;
  const stem = (id: number) => index.vocabulary.terms[id] ?? '';
  return [...ids].sort((a, b) => count(b) - count(a) || (stem(a) < stem(b) ? -1 : 1)).slice(0, limit);
}

function offer(terms: Map<number, number>, id: number, fit: number): void {
  if ((terms.get(id) ?? 0) < fit) terms.set(id, fit);
}
