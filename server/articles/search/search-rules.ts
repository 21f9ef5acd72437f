import type { IndexLocale } from './article-index';
import { compileSynonyms, type OneWay, type Synonyms, type SynonymTable } from './load-synonyms';
import { splitWords } from './split-words';
import { stemWord } from './stem-word';
import { isStopWord } from './stop-words';

/** What people set for one language, beside the synonyms that are shipped. */
export interface SearchRules {
  /** Groups of words and phrases that mean the same. */
  synonyms: readonly (readonly string[])[];
  /** Words and phrases that stand for others in queries, and not the other way round. */
  oneWay?: readonly OneWay[];
  /** Words that say nothing of a question's subject here, in any of their forms. */
  stopWords: readonly string[];
  /** What a query of these words, in any order and form, is answered with first. Articles by number, best first. */
  pins: readonly { query: string; articles: readonly number[] }[];
}

/** Rules as a view asks them. Made anew for each change; the index stays as it is. */
export interface CompiledRules {
  synonyms: SynonymTable;
  /** As stems. */
  stopWords: ReadonlySet<string>;
  /** By `keyOfQuery`. */
  pins: ReadonlyMap<string, readonly number[]>;
}

const NO_RULES: SearchRules = { synonyms: [], stopWords: [], pins: [] };

export function compileRules(
  locale: IndexLocale,
  shipped?: Synonyms,
  { synonyms, oneWay = [], stopWords, pins }: SearchRules = NO_RULES,
): CompiledRules {
  const pinned = new Map<string, number[]>();
  for (const { query, articles } of pins) {
    const key = keyOfQuery(query);
    if (key !== '') pinned.set(key, [...new Set([...(pinned.get(key) ?? []), ...articles])]);
  }
  return {
    synonyms: compileSynonyms(
      [...(shipped ? [...shipped.all, ...shipped[locale]] : []), ...synonyms],
      oneWay,
    ),
    stopWords: new Set(stopWords.flatMap((word) => splitWords(word).map(({ form }) => stemWord(form)))),
    pins: pinned,
  };
}

/** What queries of the same words have in common: the stems that are no stop words, or all of them, in one order. */
export function keyOfQuery(query: string): string {
  const forms = splitWords(query).map(({ form }) => form);
  const telling = forms.filter((form) => !isStopWord(form));
  const stems = new Set((telling.length > 0 ? telling : forms).map(stemWord));
  return [...stems].sort().join(' ');
}
