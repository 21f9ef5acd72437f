import type { Locale } from '@beseda/shared/domain/words';
import type { RuleProblem, SearchRuleSet } from '@beseda/shared/protocol/search-rules';
import { splitWords } from '../articles/search/split-words';
import { stemWord } from '../articles/search/stem-word';
import { shippedGroups } from './rule-set';

/** What contradicts itself, or has no effect. `isKnown`: whether an article of this number can be found in the language. */
export function checkRules(
  locale: Locale,
  { synonyms, oneWay, stopWords, pins, off }: SearchRuleSet,
  isKnown: (number: number) => boolean,
): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const live = shippedGroups(locale).filter(({ key }) => !off.includes(key));
  const groups = [...synonyms, ...live.map(({ words }) => words)].map((words) => words.map(stemsOf));
  for (const words of synonyms) {
    if (new Set(words.map(stemsOf)).size < 2) problems.push({ code: 'lonely', what: words.join(', ') });
    for (const word of words) {
      const stems = stemsOf(word);
      if (groups.filter((group) => group.includes(stems)).length > 1)
        problems.push({ code: 'twice', what: word });
    }
  }
  for (const { query, means } of oneWay) {
    const own = stemsOf(query);
    if (own === '' || !means.map(stemsOf).some((stems) => stems !== '' && stems !== own))
      problems.push({ code: 'lonely', what: [query, ...means].join(', ') });
    groups.push([own, ...means.map(stemsOf)]);
  }
  for (const word of stopWords) {
    const stems = stemsOf(word);
    if (groups.some((group) => group.includes(stems))) problems.push({ code: 'stop_synonym', what: word });
  }
  for (const { query, articles } of pins) {
    if (stemsOf(query) === '' || articles.length === 0) problems.push({ code: 'empty_pin', what: query });
    for (const number of articles) {
      if (!isKnown(number)) problems.push({ code: 'unknown_article', what: String(number) });
    }
  }
  return problems;
}

function stemsOf(phrase: string): string {
  return splitWords(phrase)
    .map(({ form }) => stemWord(form))
    .join(' ');
}
