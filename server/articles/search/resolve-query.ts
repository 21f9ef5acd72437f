import type { IndexView } from './article-index';
import { isKnownWord, isRomanised, isStop, readTransliteration } from './read-transliteration';
import { repairLayout } from './repair-layout';
import { resolveWord } from './resolve-word';
import { joinHyphenated, splitWords, type Word } from './split-words';
import { stemWord } from './stem-word';
import { isSmallTalk } from './stop-words';
import { idOfWord } from './vocabulary';
import { writeInCyrillic } from './write-in-latin';

/** One word of the question with the terms that may be meant, each with how well it fits, 0…1. */
export type QueryWord = {
  readonly form: string;
  readonly stop: boolean;
  readonly terms: Map<number, number>;
  /** How much the word tells one article from another; unknown words count as the rarest. */
  readonly weight: number;
  /** What a misspelt word was taken for. */
  readonly spelling?: string;
};

export type ResolvedQuery = {
  /** What was understood: the question after layout repair. */
  readonly text: string;
  readonly words: readonly QueryWord[];
  readonly smallTalk: boolean;
};

const MAX_CHARACTERS = 400;
const MAX_WORDS = 40;
const STOP_WEIGHT = 0.12;
/** A soft sign ("vernut' den'gi") or a contraction; in neither case do the parts stand for themselves. */
const APOSTROPHE = /(?<=\p{Script=Latin})['’`ʼ]/gu;

/** Reads a question against what a view knows: repairs, and terms for each of its words. Never throws, whatever is typed. */
export function resolveQuery(view: IndexView, query: string): ResolvedQuery {
  const typed = query.slice(0, MAX_CHARACTERS).toWellFormed();
  const text = readKeys(repairLayout(typed, (piece, asTyped) => readPiece(view, piece, asTyped)));
  const forms = joinKnown(view, text, splitWords(text, MAX_WORDS));
  const read = readTransliteration(view, forms);
  const spoken = read.map((word) => word.form);
  const typing = /[\p{L}\p{N}]$/u.test(text);
  const onlyStops = read.every((word) => word.stop);
  const words = new Map<string, QueryWord>();
  for (const [i, word] of read.entries()) {
    const last = typing && i === read.length - 1;
    const { terms, ...repaired } = resolveWord(view, word, last);
    const stop = word.stop && !(last && terms.size > 1);
    const weight = weigh(view, terms) * (stop && !onlyStops ? STOP_WEIGHT : 1);
    const key = stemWord(word.form);
    if (!words.has(key)) words.set(key, { form: word.form, stop: word.stop, terms, weight, ...repaired });
  }
  const resolved = [...words.values()];
  addSynonyms(view, resolved);
  return { text, words: resolved, smallTalk: isSmallTalk(spoken) };
}

/** A query as it is read when nothing is to be repaired. */
export function readKeys(query: string): string {
  return query.slice(0, MAX_CHARACTERS).toWellFormed().replace(APOSTROPHE, '');
}

function readPiece(view: IndexView, piece: string, typed: boolean): { known: number; usual: number } {
  let letters = 0;
  let known = 0;
  let usual = 0;
  const words = splitWords(piece, MAX_WORDS);
  for (const { form } of words) {
    letters += form.length;
    // A key of punctuation within a word leaves crumbs («кашелёк» is "rfitk`r"), which mean nothing.
    if (form.length === 1 && words.length > 1) continue;
    if (isKnownWord(view, form) || (typed && isRomanised(view, form))) known += form.length;
    const { letterPairs } = view;
    const romanised = typed ? usualness(letterPairs, writeInCyrillic(form)) : 0;
    usual += form.length * Math.max(usualness(letterPairs, form), romanised);
  }
  return letters === 0 ? { known: 0, usual: 0 } : { known: known / letters, usual: usual / letters };
}

/** The share of a word's letter pairs that occur in the articles. */
function usualness(letterPairs: ReadonlySet<string>, form: string): number {
  let usual = 0;
  for (let i = 1; i < form.length; i++) if (letterPairs.has(form.slice(i - 1, i + 1))) usual++;
  return form.length < 2 ? 0 : usual / (form.length - 1);
}

/** "wi-fi" becomes "wifi" where the articles know only that. */
function joinKnown(view: IndexView, text: string, words: readonly Word[]): string[] {
  const forms: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    const joined = next && joinHyphenated(text, word, next);
    const parts = joined === undefined ? [] : [word.form, next?.form ?? ''];
    const unknown = parts.some((part) => idOfWord(view, part) === undefined);
    if (joined !== undefined && unknown && idOfWord(view, joined) !== undefined) {
      forms.push(joined);
      i++;
    } else forms.push(word.form);
  }
  return forms;
}

/** Inverse document frequency, from the best-fitting term that is most common. */
function weigh(view: IndexView, terms: ReadonlyMap<number, number>): number {
  const { total, termCounts } = view;
  let count = 0;
  for (const [id, fit] of terms) {
    if (fit > 0.75) count = Math.max(count, termCounts[id] ?? 0);
  }
  if (count === 0) {
    for (const [id, fit] of terms) count = Math.max(count, fit * (termCounts[id] ?? 0));
  }
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

export const SYNONYM_FIT = 0.55;

/** Each word of a phrase that has synonyms takes the terms of those as further readings. */
function addSynonyms(view: IndexView, words: readonly QueryWord[]): void {
  const { others, longest } = view.rules.synonyms;
  const stems = words.map((word) => stemWord(word.form));
  for (let from = 0; from < stems.length; from++) {
    for (let size = Math.min(longest, stems.length - from); size > 0; size--) {
      const phrases = others.get(stems.slice(from, from + size).join(' '));
      for (const stem of phrases?.flat() ?? []) {
        const id = view.index.vocabulary.idOfTerm.get(stem);
        if (id === undefined || !view.termCounts[id] || isStop(view, stem)) continue;
        for (const word of words.slice(from, from + size))
          if (!word.terms.has(id)) word.terms.set(id, SYNONYM_FIT);
      }
    }
  }
}
