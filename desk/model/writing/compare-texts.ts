import { diffArrays } from 'diff';

export interface TextPart {
  text: string;
  /** Whether it stands on this side alone. */
  changed: boolean;
}

/** One line on both sides; null: it is not there on that side. */
export interface ComparedLine {
  kind: 'same' | 'changed' | 'removed' | 'added';
  before: readonly TextPart[] | null;
  after: readonly TextPart[] | null;
}

/** `hidden` same lines that are far from any change. */
export type ComparedRow = ComparedLine | { kind: 'hidden'; count: number };

const AROUND = 2;
const LEAST_HIDDEN = 3;
/** Beyond this many words a line is compared as a whole. */
const MOST_WORDS = 4_000;
/** Lines that share less are not the same line changed, but one gone and one new. */
const LEAST_ALIKE = 0.3;

/** Two texts line by line, and inside a line that was changed word by word. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const lines: ComparedLine[] = [];
  let removed: string[] = [];
  for (const change of diffArrays(before.split('\n'), after.split('\n'))) {
    if (change.removed) removed = change.value;
    else if (change.added) {
      lines.push(...pair(removed, change.value));
      removed = [];
    } else {
      lines.push(...pair(removed, []), ...change.value.map(sameLine));
      removed = [];
    }
  }
  lines.push(...pair(removed, []));
  return hideFar(lines);
}

const whole = (text: string, changed: boolean): TextPart[] => [{ text, changed }];
const sameLine = (text: string): ComparedLine => ({
  kind: 'same',
  before: whole(text, false),
  after: whole(text, false),
});

function pair(removed: readonly string[], added: readonly string[]): ComparedLine[] {
  const rows: ComparedLine[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at++) {
    const [before, after] = [removed[at], added[at]];
    const words = before !== undefined && after !== undefined ? compareWords(before, after) : null;
    if (words) rows.push(words);
    else {
      if (before !== undefined) rows.push({ kind: 'removed', before: whole(before, true), after: null });
      if (after !== undefined) rows.push({ kind: 'added', before: null, after: whole(after, true) });
    }
  }
  return rows;
}

function compareWords(before: string, after: string): ComparedLine | null {
  const [left, right] = [splitWords(before), splitWords(after)];
  if (left.length + right.length > MOST_WORDS) return null;
  const changes = diffArrays(left, right);
  const alike = changes.reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.join('').length),
    0,
  );
  if (alike < LEAST_ALIKE * Math.max(before.length, after.length)) return null;
  const side = (other: 'added' | 'removed') =>
    changes.flatMap((change) =>
      change[other] ? [] : [{ text: change.value.join(''), changed: change.added || change.removed }],
    );
  return { kind: 'changed', before: side('added'), after: side('removed') };
}

function splitWords(line: string): string[] {
  return line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

/** Long stretches without a change are told by their length. */
function hideFar(lines: readonly ComparedLine[]): ComparedRow[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, at) => {
    if (kind === 'same') return;
    for (let other = at - AROUND; other <= at + AROUND; other++) near.add(other);
  });
  const rows: ComparedRow[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && !near.has(end)) end++;
    if (end - at >= LEAST_HIDDEN) rows.push({ kind: 'hidden', count: end - at });
    else rows.push(...lines.slice(at, end));
    const line = lines[end];
    if (line) rows.push(line);
    at = end + 1;
  }
  return rows;
}
