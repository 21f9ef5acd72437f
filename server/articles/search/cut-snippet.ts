import type { ArticleTerms, IndexView, Mark } from './article-index';
import type { QueryPlan } from './measure-article';
import { splitWords } from './split-words';
import { idOfWord } from './vocabulary';

export type Snippet = { readonly snippet: string; readonly marks: Mark[] };

const WINDOW_WORDS = 24;
const MAX_LENGTH = 180;
const LEAD = 70;
/** The end of a line that is no sentence: of a heading, or a table's cell. */
const OPEN_END = /(?<=[^\s.!?…:;,])\n(?=\S)/g;
const DOT = ' · ';

/**
 * The stretch of the body that says most of the question, about 180 characters, with marks on the question's words.
 * Without such a stretch: how the body begins. Line ends become blanks, or dots between what are no sentences.
 */
export function cutSnippet(plan: QueryPlan, terms: ArticleTerms, body: string): Snippet {
  const hits: number[] = [];
  for (let at = 0; at < terms.body.length; at++) if (weightAt(plan, terms, at) > 0) hits.push(at);
  const first = densest(plan, terms, hits);
  const wordStart = first === undefined ? 0 : (terms.bodyStarts[first] ?? 0);
  const start = startOfSentence(body, wordStart);
  const end = endOfWord(body, start);
  const lead = start > 0 && !/[.!?…\n]\s*$/.test(body.slice(Math.max(0, start - 3), start)) ? '…' : '';
  const text = body.slice(start, end);
  const tail = end < body.length && !/[.!?…]$/.test(text) ? '…' : '';
  const ends = [...text.matchAll(OPEN_END)].map(({ index }) => start + index);
  const placeOf = (at: number) =>
    at - start + lead.length + (DOT.length - 1) * ends.filter((one) => one < at).length;
  const marks: Mark[] = [];
  for (const at of hits) {
    const from = terms.bodyStarts[at] ?? 0;
    const to = from + (terms.bodyLengths[at] ?? 0);
    if (from >= start && to <= end) marks.push([placeOf(from), placeOf(to)]);
  }
  const line = text.replaceAll(OPEN_END, DOT).replaceAll(/[\n\r\t]/g, ' ');
  return { snippet: lead + line + tail, marks };
}

/** Marks on the question's words in a short text, such as a title. */
export function markWords(plan: QueryPlan, view: IndexView, text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { form, start, end } of splitWords(text)) {
    const id = idOfWord(view, form);
    if (id !== undefined && (plan.marked[id] ?? 0) > 0) marks.push([start, end]);
  }
  return marks;
}

function weightAt(plan: QueryPlan, terms: ArticleTerms, at: number): number {
  const id = terms.body[at] ?? 0;
  return (plan.marked[id] ?? 0) * (plan.weights[(plan.slots[id] ?? 0) - 1] ?? 0);
}

function densest(plan: QueryPlan, terms: ArticleTerms, hits: readonly number[]): number | undefined {
  let best = 0;
  let found: number | undefined;
  for (let i = 0; i < hits.length; i++) {
    const from = hits[i] ?? 0;
    const said = new Map<number, number>();
    for (let j = i; j < hits.length && (hits[j] ?? 0) - from < WINDOW_WORDS; j++) {
      const at = hits[j] ?? 0;
      const slot = plan.slots[terms.body[at] ?? 0] ?? 0;
      said.set(slot, Math.max(said.get(slot) ?? 0, weightAt(plan, terms, at)));
    }
    let sum = 0;
    for (const weight of said.values()) sum += weight;
    if (sum > best + 1e-9) {
      best = sum;
      found = from;
    }
  }
  return found;
}

function startOfSentence(body: string, wordStart: number): number {
  const from = Math.max(0, wordStart - LEAD);
  const before = body.slice(from, wordStart);
  const sentence = /^.*(?:[.!?…]\s+|\n\s*)/s.exec(before);
  if (sentence !== null) return from + sentence[0].length;
  if (from === 0) return 0;
  const blank = before.search(/\s/);
  return blank < 0 ? wordStart : from + blank + 1;
}

function endOfWord(body: string, start: number): number {
  if (body.length - start <= MAX_LENGTH) return body.trimEnd().length;
  const text = body.slice(start, start + MAX_LENGTH);
  const blank = /\s\S*$/.exec(text);
  return start + (blank === null || blank.index < MAX_LENGTH / 2 ? wholeCharacters(text) : blank.index);
}

/** Length without half of a surrogate pair at the end. */
function wholeCharacters(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
