import { markdownToPlain } from '@beseda/shared/domain/read-markdown';

const MOST_LENGTH = 1_500;
const HEADING = /^#{1,6}\s/;
const FENCE = /^\s*(```|~~~)/;

/** The part of an article, from heading to heading, that a found snippet stands in, as plain text; cut between lines. */
export function cutPassage(body: string, snippet: string): string {
  const wanted = wordsOf(snippet);
  let best = '';
  let most = -1;
  for (const part of splitParts(body)) {
    const plain = markdownToPlain(part);
    const words = wordsOf(plain);
    const shared = [...wanted].filter((word) => words.has(word)).length;
    if (plain !== '' && shared > most) [best, most] = [plain, shared];
  }
  return shorten(best);
}

function splitParts(body: string): string[] {
  const parts: string[][] = [[]];
  let fenced = false;
  for (const line of body.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    if (!fenced && HEADING.test(line)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n'));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function shorten(text: string): string {
  if (text.length <= MOST_LENGTH) return text;
  const end = Math.max(text.lastIndexOf('\n', MOST_LENGTH), text.lastIndexOf('. ', MOST_LENGTH) + 1);
  return `${text.slice(0, end > 0 ? end : MOST_LENGTH).trimEnd()} …`;
}
