import type { Locale } from '@beseda/shared/domain/words';
import type { SearchRuleSet } from '@beseda/shared/protocol/search-rules';
import { loadSynonyms } from '../articles/search/load-synonyms';
import { type CompiledRules, compileRules } from '../articles/search/search-rules';
import type { Transaction } from '../db/connect';

export type StoredRules = SearchRuleSet & { revision: number };

const NO_RULES: SearchRuleSet = { synonyms: [], oneWay: [], stopWords: [], pins: [], off: [] };

/** Where the rules of a language are kept. */
export function keyOfRules(locale: Locale): string {
  return `search.rules.${locale}`;
}

export async function loadRuleSet({ sql }: Transaction, locale: Locale): Promise<StoredRules> {
  const [row] = await sql<
    { value: StoredRules }[]
  >`select value from settings where key = ${keyOfRules(locale)}`;
  return { ...NO_RULES, revision: 0, ...row?.value };
}

const shipped = loadSynonyms();

/** The groups that are shipped for a language, each under the key that switches it off. */
export function shippedGroups(locale: Locale): { key: string; words: string[] }[] {
  return [...shipped.all, ...shipped[locale]].map((words) => ({ key: words.join(', '), words: [...words] }));
}

/** Rules as the search asks them: the shipped groups that are not switched off, and what was set. */
export function compileRuleSet(locale: Locale, set: SearchRuleSet): CompiledRules {
  const off = new Set(set.off);
  const own = shippedGroups(locale).flatMap(({ key, words }) => (off.has(key) ? [] : [words]));
  return compileRules(locale, undefined, { ...set, synonyms: [...own, ...set.synonyms] });
}
