import type { SearchRuleSet } from '@beseda/shared/protocol/search-rules';

/** Rules as somebody types them. */
export interface RuleText {
  synonyms: string;
  stopWords: string;
  pins: string;
  off: readonly string[];
}

export function writeRules({ synonyms, stopWords, pins, off }: SearchRuleSet): RuleText {
  return {
    synonyms: synonyms.map((group) => group.join(', ')).join('\n'),
    stopWords: stopWords.join('\n'),
    pins: pins.map(({ query, articles }) => `${query} = ${articles.join(', ')}`).join('\n'),
    off,
  };
}

/** `unread`: the first line of the pins that is none. */
export function readRuleText(text: RuleText): { rules: SearchRuleSet; unread: string | null } {
  const pins: SearchRuleSet['pins'] = [];
  let unread: string | null = null;
  for (const line of linesOf(text.pins)) {
    const [, query = '', numbers = ''] = /^(.*)=([\d\s,№#]*)$/.exec(line) ?? [];
    if (query.trim() === '') unread ??= line;
    else
      pins.push({
        query: query.trim(),
        articles: [...numbers.matchAll(/\d{1,9}/g)].map(([one]) => Number(one)),
      });
  }
  const synonyms = linesOf(text.synonyms).map((line) => splitList(line));
  return {
    rules: { synonyms, stopWords: linesOf(text.stopWords).flatMap(splitList), pins, off: [...text.off] },
    unread,
  };
}

/** A line is added to what is there. */
export function addLine(text: string, line: string): string {
  return text === '' ? line : `${text}\n${line}`;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const splitList = (line: string) =>
  line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
