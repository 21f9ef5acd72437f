import { addSorted } from './add-sorted';
import type { IndexView } from './article-index';
import type { Pace } from './keep-pace';
import { rootOfStem, stemWord } from './stem-word';
import { addEntry, createTypoTable, type TypoTable } from './typo-table';
import { skeletonOf } from './write-in-latin';

/**
 * Every word of the articles: the forms as they are written, each with its stem ("term"), and the ways that lead from a
 * typed word to them. Whether a reader may know a word is told by a view.
 */
export type Vocabulary = {
  readonly terms: string[];
  readonly idOfTerm: Map<string, number>;
  readonly forms: string[];
  readonly idOfForm: Map<string, number>;
  readonly termOfForm: number[];
  readonly idsOfRoot: Map<string, number[]>;
  /** By skeleton: the entries that share it. */
  readonly entriesOfSkeleton: Map<string, number[]>;
  /** Forms and skeletons in code-unit order, for completing the word being typed. Set by `sortVocabulary`. */
  sortedForms: readonly string[];
  sortedSkeletons: readonly string[];
  readonly typos: TypoTable;
};

export function createVocabulary(): Vocabulary {
  return {
    terms: [],
    idOfTerm: new Map(),
    forms: [],
    idOfForm: new Map(),
    termOfForm: [],
    idsOfRoot: new Map(),
    entriesOfSkeleton: new Map(),
    sortedForms: [],
    sortedSkeletons: [],
    typos: createTypoTable(),
  };
}

/** The id of a form from an article; the form is entered when it is new. */
export function learnForm(vocabulary: Vocabulary, form: string): number {
  const known = vocabulary.idOfForm.get(form);
  if (known !== undefined) return known;
  const stem = stemWord(form);
  const term = vocabulary.idOfTerm.get(stem) ?? learnTerm(vocabulary, stem);
  const id = vocabulary.forms.push(form) - 1;
  vocabulary.idOfForm.set(form, id);
  vocabulary.termOfForm.push(term);
  if (form !== stem) addEntry(vocabulary.typos, form, id);
  learnSkeleton(vocabulary, form, id);
  return id;
}

function learnTerm(vocabulary: Vocabulary, stem: string): number {
  const id = vocabulary.terms.push(stem) - 1;
  vocabulary.idOfTerm.set(stem, id);
  append(vocabulary.idsOfRoot, rootOfStem(stem), id);
  learnSkeleton(vocabulary, stem, entryOfTerm(id));
  addEntry(vocabulary.typos, stem, entryOfTerm(id));
  return id;
}

function learnSkeleton(vocabulary: Vocabulary, word: string, entry: number): void {
  if (/^[а-я]{2,}$/.test(word)) append(vocabulary.entriesOfSkeleton, skeletonOf(word), entry);
}

function append(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (!ids.includes(id)) map.set(key, [...ids, id]);
}

/** A stem among forms: they are told apart by their sign. */
function entryOfTerm(term: number): number {
  return -1 - term;
}

/** The term of a form or stem, if this view has it. */
export function termOfEntry({ index, formCounts, termCounts }: IndexView, entry: number): number | undefined {
  if (entry < 0) return termCounts[-1 - entry] ? -1 - entry : undefined;
  return formCounts[entry] ? index.vocabulary.termOfForm[entry] : undefined;
}

/** The term ids of a view among the ones that have this root. */
export function idsOfRoot({ index, termCounts }: IndexView, root: string): number[] {
  return (index.vocabulary.idsOfRoot.get(root) ?? []).filter((id) => termCounts[id]);
}

/** The term ids of a view that are written like this skeleton; undefined for none. */
export function idsOfSkeleton(view: IndexView, skeleton: string): number[] | undefined {
  const ids = new Set<number>();
  for (const entry of view.index.vocabulary.entriesOfSkeleton.get(skeleton) ?? []) {
    const id = termOfEntry(view, entry);
    if (id !== undefined) ids.add(id);
  }
  return ids.size > 0 ? [...ids] : undefined;
}

/** To be called after the last form. */
export async function sortVocabulary(vocabulary: Vocabulary, pace: Pace): Promise<void> {
  const { forms, entriesOfSkeleton, sortedForms, sortedSkeletons } = vocabulary;
  vocabulary.sortedForms = await addSorted(sortedForms, forms.slice(sortedForms.length), pace);
  const skeletons = [...entriesOfSkeleton.keys()].slice(sortedSkeletons.length);
  vocabulary.sortedSkeletons = await addSorted(sortedSkeletons, skeletons, pace);
}

/** The term id of a word, if the view knows it in any form. */
export function idOfWord({ index, termCounts }: IndexView, form: string): number | undefined {
  const { idOfForm, termOfForm, idOfTerm } = index.vocabulary;
  const known = idOfForm.get(form);
  const id = known === undefined ? idOfTerm.get(stemWord(form)) : termOfForm[known];
  return id !== undefined && termCounts[id] ? id : undefined;
}

/** The entries of a sorted list that begin with the prefix, one by one. */
export function* withPrefix(sorted: readonly string[], prefix: string): Generator<string> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < sorted.length; i++) {
    const entry = sorted[i] ?? '';
    if (!entry.startsWith(prefix)) break;
    yield entry;
  }
}
