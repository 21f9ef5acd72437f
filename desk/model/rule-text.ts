import type { SearchRuleSet } from '@beseda/shared/protocol/search-rules';

/** Rules as somebody types them. */
export interface RuleText {
  /** Groups, and lines with an arrow that go one way. */
  synonyms: string;
  stopWords: string;
  pins: string;
  off: readonly string[];
}

export function writeRules({ synonyms, oneWay, stopWords, pins, off }: SearchRuleSet): RuleText {
  return {
    synonyms: [
      ...synonyms.map((group) => group.join(', ')),
      ...oneWay.map(({ query, means }) => `${query} => ${means.join(', ')}`),
    ].join('\n'),
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
  const synonyms: string[][] = [];
  const oneWay: SearchRuleSet['oneWay'] = [];
  for (const line of linesOf(text.synonyms)) {
    const [before = '', after] = line.split(/[=-]>|→/);
    const words = splitList(before);
    if (after === undefined) synonyms.push(words);
    else oneWay.push(...words.map((query) => ({ query, means: splitList(after) })));
  }
  return {
    rules: {
      synonyms,
      oneWay,
      stopWords: linesOf(text.stopWords).flatMap(splitList),
      pins,
      off: [...text.off],
    },
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
