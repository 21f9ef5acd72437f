import { rootOfStem, stemWord } from './stem-word';
import { addForm, createTypoTable, type TypoTable } from './typo-table';
import { skeletonOf } from './write-in-latin';

/** Every word of the articles: its stem ("term", with an id), and the ways that lead from a typed word to it. */
export type Vocabulary = {
  readonly terms: string[];
  readonly idOfTerm: Map<string, number>;
  /** Number of articles that contain the term. */
  readonly articleCounts: number[];
  readonly idOfForm: Map<string, number>;
  readonly idsOfRoot: Map<string, number[]>;
  readonly idsOfSkeleton: Map<string, number[]>;
  /** Forms and skeletons in code-unit order, for completing the word being typed. Filled by `sortForms` and `sortSkeletons`. */
  readonly sortedForms: string[];
  readonly sortedSkeletons: string[];
  readonly typos: TypoTable;
  readonly letterPairs: Set<string>;
};

export function createVocabulary(): Vocabulary {
  return {
    terms: [],
    idOfTerm: new Map(),
    articleCounts: [],
    idOfForm: new Map(),
    idsOfRoot: new Map(),
    idsOfSkeleton: new Map(),
    sortedForms: [],
    sortedSkeletons: [],
    typos: createTypoTable(),
    letterPairs: new Set(),
  };
}

/** The term id of a form from an article; the form is entered when it is new. */
export function learnForm(vocabulary: Vocabulary, form: string): number {
  const known = vocabulary.idOfForm.get(form);
  if (known !== undefined) return known;
  const stem = stemWord(form);
  const id = vocabulary.idOfTerm.get(stem) ?? learnTerm(vocabulary, stem);
  vocabulary.idOfForm.set(form, id);
  if (form !== stem) addForm(vocabulary.typos, form, id);
  for (let i = 1; i < form.length; i++) vocabulary.letterPairs.add(form.slice(i - 1, i + 1));
  learnSkeleton(vocabulary, form, id);
  return id;
}

function learnTerm(vocabulary: Vocabulary, stem: string): number {
  const id = vocabulary.terms.push(stem) - 1;
  vocabulary.idOfTerm.set(stem, id);
  vocabulary.articleCounts.push(0);
  append(vocabulary.idsOfRoot, rootOfStem(stem), id);
  learnSkeleton(vocabulary, stem, id);
  addForm(vocabulary.typos, stem, id);
  return id;
}

function learnSkeleton(vocabulary: Vocabulary, word: string, id: number): void {
  if (/^[а-я]{2,}$/.test(word)) append(vocabulary.idsOfSkeleton, skeletonOf(word), id);
}

function append(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

/** To be called once, after the last form. */
export function sortForms(vocabulary: Vocabulary): void {
  for (const form of vocabulary.idOfForm.keys()) vocabulary.sortedForms.push(form);
  vocabulary.sortedForms.sort(byCodeUnit);
}

/** To be called once, after the last form. */
export function sortSkeletons(vocabulary: Vocabulary): void {
  for (const skeleton of vocabulary.idsOfSkeleton.keys()) vocabulary.sortedSkeletons.push(skeleton);
  vocabulary.sortedSkeletons.sort(byCodeUnit);
}

export function idOfWord(vocabulary: Vocabulary, form: string): number | undefined {
  return vocabulary.idOfForm.get(form) ?? vocabulary.idOfTerm.get(stemWord(form));
}

/** The stretch of a sorted list that begins with the prefix, at most `limit` entries. */
export function withPrefix(sorted: readonly string[], prefix: string, limit: number): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; i < sorted.length && found.length < limit; i++) {
    const entry = sorted[i] ?? '';
    if (!entry.startsWith(prefix)) break;
    found.push(entry);
  }
  return found;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
