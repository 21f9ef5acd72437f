import { attributionAt, findHistory } from './find-history';
import { findSignature } from './find-signature';
import type { Line } from './line';

/** A mail's text in two: what its sender says with it, and the history and signature below. */
export interface Folded {
  text: string;
  folded: string;
  /** Something of an earlier mail stands in it. */
  hasQuote: boolean;
}

/**
 * Folds quoted history and the signature. Nothing is lost: each line is in one of both. A quote between lines of the
 * sender's own stays where it is, since it is what they answer; and what is nothing but history stays as the text.
 */
export function foldLines(given: readonly Line[], sender: string): Folded {
  const lines = markCites(given);
  const history = findHistory(lines);
  const end = history < 0 ? lines.length : history;
  const kept = lines.map((_, at) => at < end);
  const quotes = foldQuotes(lines, end, kept);
  const own = lines.flatMap((line, at) => (kept[at] ? [{ line, at }] : []));
  const signature = findSignature(
    own.map(({ line }) => line),
    sender,
  );
  for (const { at } of own.slice(signature)) kept[at] = false;
  const hasQuote = history >= 0 || quotes > 0;
  const text = join(lines.filter((_, at) => kept[at]));
  const folded = join(lines.filter((_, at) => !kept[at]));
  return text === '' ? { text: folded, folded: '', hasQuote } : { text, folded, hasQuote };
}

/** A quote of which nothing says what it is counts as history where a line above says who wrote it. */
function markCites(lines: readonly Line[]): Line[] {
  const marked = lines.map((line) => ({ ...line }));
  for (let at = 0; at < marked.length; at++) {
    if (marked[at]?.mark !== 'cite') continue;
    let end = at;
    while (marked[end]?.mark === 'cite') end++;
    const mark = isAttributed(marked, at) ? 'quote' : 'own';
    for (const line of marked.slice(at, end)) line.mark = mark;
    at = end;
  }
  return marked;
}

function isAttributed(lines: readonly Line[], quote: number): boolean {
  for (let from = Math.max(0, quote - 5); from < quote; from++) {
    const found = attributionAt(lines, from);
    if (found && lines.slice(found.to, quote).every(({ text }) => text.trim() === '')) return true;
  }
  return false;
}

interface Block {
  from: number;
  to: number;
}

/** Takes quotes out that stand at the end, or alone at the start with the answer below. @returns how many there are */
function foldQuotes(lines: readonly Line[], end: number, kept: boolean[]): number {
  const blocks = findBlocks(lines, end);
  for (const block of blocks) if (block.to === end) fold(kept, block);
  const left = blocks.filter(({ to }) => to !== end);
  let last = left.at(-1);
  // From the end upwards, as long as nothing of the sender's own but a signature stands below.
  while (last && isBlankOrSignature(lines, last.to, kept)) {
    fold(kept, last);
    left.pop();
    last = left.at(-1);
  }
  const [first] = left;
  if (
    left.length === 1 &&
    first &&
    first.from < firstOwn(lines, first) &&
    isBlank(lines, 0, first.from, kept)
  ) {
    fold(kept, first);
  }
  return blocks.length;
}

function firstOwn(lines: readonly Line[], block: Block): number {
  const at = lines.findIndex(
    ({ text, mark }, index) => index >= block.to && mark !== 'quote' && text.trim() !== '',
  );
  return at < 0 ? -1 : at;
}

/** Quoted blocks with the line that says who wrote them. An attribution without marked lines quotes all below. */
function findBlocks(lines: readonly Line[], end: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < end; ) {
    const attribution = lines[at]?.mark === 'quote' ? null : attributionAt(lines, at);
    const start = attribution ? Math.min(skipBlank(lines, attribution.to, end), end) : at;
    if (lines[start]?.mark === 'quote' && start < end) {
      const to = endOfQuote(lines, start, end);
      blocks.push({ from: at, to });
      at = Math.max(to, at + 1);
    } else if (attribution && closesWithHistory(lines, attribution.to, end)) {
      blocks.push({ from: at, to: end });
      return blocks;
    } else at++;
  }
  return blocks;
}

/** Without a mark at each line only an attribution that ends with a colon speaks for what is below. */
function closesWithHistory(lines: readonly Line[], from: number, end: number): boolean {
  const text = lines[from - 1]?.text.trim() ?? '';
  return /[:：]$/u.test(text) && lines.slice(from, end).every(({ mark }) => mark !== 'quote');
}

function endOfQuote(lines: readonly Line[], start: number, end: number): number {
  let to = start;
  for (let at = start; at < end; at++) {
    if (lines[at]?.mark === 'quote') to = at + 1;
    else if (lines[at]?.text.trim() !== '') break;
  }
  return to;
}

function skipBlank(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && lines[at]?.text.trim() === '' && lines[at]?.mark !== 'quote') at++;
  return at;
}

function isBlank(lines: readonly Line[], from: number, to: number, kept: readonly boolean[]): boolean {
  return lines.slice(from, to).every(({ text }, offset) => text.trim() === '' || !kept[from + offset]);
}

function isBlankOrSignature(lines: readonly Line[], from: number, kept: readonly boolean[]): boolean {
  const rest = lines.slice(from).filter((_, offset) => kept[from + offset]);
  const start = rest.findIndex(({ text }) => text.trim() !== '');
  if (start < 0) return true;
  // A line stands for what the sender wrote above, since a signature never takes the whole.
  return (
    findSignature([{ text: 'x', mark: 'own' }, { text: '', mark: 'own' }, ...rest.slice(start)], '') === 1
  );
}

function fold(kept: boolean[], { from, to }: Block): void {
  kept.fill(false, from, to);
}

function join(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\s*\n|\s+$/g, '');
}
