import { splitWords } from '../articles/search/split-words';
import { rootOfStem, stemWord } from '../articles/search/stem-word';
import { isSmallTalk, isStopWord } from '../articles/search/stop-words';

/** The words of a text that say what it is about. */
export interface Topic {
  words: readonly TopicWord[];
  /** Of orders, members, sums: two that name different ones are about different things. */
  numbers: ReadonlySet<string>;
}

interface TopicWord {
  stem: string;
  root: string;
}

const MOST_WORDS = 60;
const MOST_CHARACTERS = 2_000;
const FEWEST_SHARED = 2;
const LEAST_SHARE = 0.6;
/** A noun for its verb, or a slip of the finger. */
const NEAR = 0.8;
const SHORTEST_WITH_SLIP = 6;

export function readTopic(text: string): Topic {
  const numbers = new Set<string>();
  const words = new Map<string, TopicWord>();
  for (const { form } of splitWords(text.slice(0, MOST_CHARACTERS), MOST_WORDS)) {
    if (/\d/.test(form)) numbers.add(form);
    else if (form.length > 1 && !isStopWord(form) && !isSmallTalk([form])) {
      const stem = stemWord(form);
      words.set(stem, { stem, root: rootOfStem(stem) });
    }
  }
  return { words: [...words.values()], numbers };
}

/**
 * How much of the shorter of two topics the other says too, 0…1; 0 where that is less than three words in five, or
 * fewer than two words (one, where neither says more), or where both name numbers and none in common.
 */
export function compareTopics(one: Topic, other: Topic): number {
  const [shorter, longer] = one.words.length <= other.words.length ? [one, other] : [other, one];
  const count = shorter.words.length;
  if (count === 0 || (one.numbers.size > 0 && other.numbers.size > 0 && !shares(one.numbers, other.numbers)))
    return 0;
  const fits = shorter.words.map((word) => Math.max(0, ...longer.words.map((given) => fit(word, given))));
  const shared = fits.filter((value) => value > 0).length;
  const share = fits.reduce((sum, value) => sum + value, 0) / count;
  return shared >= Math.min(FEWEST_SHARED, longer.words.length) && share >= LEAST_SHARE ? share : 0;
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => other.has(value));
}

function fit(a: TopicWord, b: TopicWord): number {
  if (a.stem === b.stem) return 1;
  return a.root === b.root || isOneSlipAway(a.stem, b.stem) ? NEAR : 0;
}

/** One letter more, less, other, or two that changed places; in words long enough to be the same for all that. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_WITH_SLIP || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (inA.length <= 1 && inB.length <= 1) return true;
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0];
}
