import { type ImageRun, type InlineRun, type Marks, PLAIN, sameMarks, type TextRun } from './inline-run';

type Emphasis = 'strong' | 'em' | 'del';
const EMPHASES: readonly Emphasis[] = ['strong', 'em', 'del'];
const CROSSINGS = [
  ...EMPHASES.map((mark) => ['href', mark] as const),
  ['em', 'strong'],
  ['del', 'strong'],
  ['del', 'em'],
] as const;
const SPACE = /^\s*$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/**
 * Runs as Markdown can write them: white space collapsed and outside of marks, neighbours of one kind joined, and marks
 * beginning and ending only where Markdown would see them (`**слово**.`, not `**слово.**дальше`).
 */
export function settleMarks(runs: readonly InlineRun[]): InlineRun[] {
  let settled = joinAlike(loosenSpaces(collapseSpaces(runs)));
  for (let round = 0; round < 2; round++) {
    settled = joinAlike(separateStars(settled));
    for (const [stretch, mark] of CROSSINGS) settled = untangle(settled, stretch, mark);
    settled = joinAlike(loosenStars(settled));
    for (const mark of EMPHASES) settled = joinAlike(settleEdges(settled, mark));
  }
  return settled;
}

function collapseSpaces(runs: readonly InlineRun[]): InlineRun[] {
  const collapsed: InlineRun[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === 'text') {
      let text = run.text
        .replace(/[\u200b\u2060\ufeff\u00ad\p{Cc}]/gu, (sign) =>
          /\s/.test(sign) && sign !== '\ufeff' ? ' ' : '',
        )
        .replace(/\s{2,}|[^\S\u00a0]/g, ' ');
      if (afterSpace) text = text.replace(/^\s+/, '');
      if (text === '') continue;
      afterSpace = /\s$/.test(text);
      collapsed.push({ ...run, text });
      continue;
    }
    if (run.kind === 'break') trimLast(collapsed);
    afterSpace = run.kind === 'break';
    collapsed.push(run);
  }
  trimLast(collapsed);
  while (collapsed[0]?.kind === 'break') collapsed.shift();
  while (collapsed.at(-1)?.kind === 'break') {
    collapsed.pop();
    trimLast(collapsed);
  }
  return collapsed;
}

function trimLast(runs: InlineRun[]): void {
  for (let last = runs.at(-1); last?.kind === 'text'; last = runs.at(-1)) {
    runs.pop();
    const text = last.text.trimEnd();
    if (text === '') continue;
    runs.push({ ...last, text });
    return;
  }
}

/** White space at the ends of a marked run keeps a mark only where both its neighbours have it. */
function loosenSpaces(runs: readonly InlineRun[]): InlineRun[] {
  const split = runs.flatMap((run): InlineRun[] => {
    if (run.kind !== 'text') return [run];
    const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
    return [lead, core, tail].filter((text) => text !== '').map((text) => ({ ...run, text }));
  });
  return split.map((run, at) => {
    if (run.kind !== 'text' || !SPACE.test(run.text)) return run;
    const one = marksOf(neighbour(split, at, -1)) ?? PLAIN;
    const other = marksOf(neighbour(split, at, 1)) ?? PLAIN;
    return { ...run, marks: { ...intersect(one, other), code: false } };
  });
}

/** The nearest run in this direction that is more than white space. */
function neighbour(runs: readonly InlineRun[], at: number, step: 1 | -1): InlineRun | undefined {
  for (let next = at + step; ; next += step) {
    const run = runs[next];
    if (run?.kind !== 'text' || !SPACE.test(run.text)) return run;
  }
}

function intersect(one: Marks, other: Marks): Marks {
  return {
    strong: one.strong && other.strong,
    em: one.em && other.em,
    del: one.del && other.del,
    code: one.code && other.code,
    href: one.href === other.href ? one.href : null,
  };
}

function marksOf(run: InlineRun | undefined): Marks | undefined {
  return run && run.kind !== 'break' ? run.marks : undefined;
}

function joinAlike(runs: readonly InlineRun[]): InlineRun[] {
  const joined: InlineRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && sameMarks(last.marks, run.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/**
 * Stretches that cross each other cannot be nested. A link's words do without the mark that begins or ends amid them and goes
 * on beside; of two marks the weaker goes.
 */
function untangle(runs: readonly InlineRun[], stretch: 'href' | Emphasis, mark: Emphasis): InlineRun[] {
  const untangled = [...runs];
  const cleared = stretch === 'href' ? mark : stretch;
  for (let start = 0, end = 0; start < runs.length; start = end) {
    const value = marksOf(runs[start])?.[stretch] || null;
    end = value === null ? start + 1 : endOf(runs, start, (run) => marksOf(run)?.[stretch] === value);
    const inside = runs.slice(start, end);
    const isPart = inside.some((run) => marksOf(run)?.[mark]) && !inside.every((run) => marksOf(run)?.[mark]);
    const goesOn = [[start - 1, start] as const, [end, end - 1] as const].some((pair) =>
      pair.every((at) => marksOf(runs[at])?.[mark]),
    );
    if (value === null || !isPart || !goesOn) continue;
    inside.forEach((run, at) => {
      if (run.kind !== 'break') untangled[start + at] = { ...run, marks: { ...run.marks, [cleared]: false } };
    });
  }
  return untangled;
}

/** Behind the last run in a row, from `start` on, that is like this. */
function endOf(runs: readonly InlineRun[], start: number, isAlike: (run: InlineRun) => boolean): number {
  for (let end = start + 1; ; end++) {
    const run = runs[end];
    if (!run || !isAlike(run)) return end;
  }
}

/** Two kinds of stars that turn amid a word are read as something else: of a stretch with both, the weaker goes. */
function loosenStars(runs: readonly InlineRun[]): InlineRun[] {
  const loosened = [...runs];
  for (let start = 0, end = 0; start < runs.length; start = end) {
    const isEm = marksOf(runs[start])?.em ?? false;
    end = isEm ? endOf(runs, start, (run) => marksOf(run)?.em ?? false) : start + 1;
    const inside = runs.slice(start, end);
    if (!isEm || !inside.some((run) => marksOf(run)?.strong)) continue;
    const turns = [runs[start - 1], ...inside].some((run, at) => {
      const next = runs[start + at];
      const same = marksOf(run)?.em === marksOf(next)?.em && marksOf(run)?.strong === marksOf(next)?.strong;
      return (
        !same && [edgeOf(run, true), edgeOf(next, false)].every((sign) => sign !== '' && !/\s/.test(sign))
      );
    });
    if (!turns) continue;
    inside.forEach((run, at) => {
      if (run.kind !== 'break') loosened[start + at] = { ...run, marks: { ...run.marks, em: false } };
    });
  }
  return loosened;
}

/** Takes punctuation (and what else Markdown would not let a mark begin or end at) out of the marked stretch. */
function settleEdges(runs: readonly InlineRun[], mark: Emphasis): InlineRun[] {
  const forward = looseStarts(runs, mark, false);
  return looseStarts(forward.reverse(), mark, true).reverse();
}

function looseStarts(runs: readonly InlineRun[], mark: Emphasis, mirrored: boolean): InlineRun[] {
  const settled: InlineRun[] = [];
  const left = [...runs].reverse();
  for (let run = left.pop(); run; run = left.pop()) {
    const last = settled.at(-1);
    const starts = run.kind !== 'break' && run.marks[mark] && !(marksOf(last)?.[mark] ?? false);
    if (!starts || run.kind === 'break') {
      settled.push(run);
      continue;
    }
    const edge = edgeOf(last, !mirrored);
    const first = edgeOf(run, mirrored);
    const isWord = edge !== '' && !/\s/.test(edge) && !PUNCTUATION.test(edge);
    const isWrapped =
      (mark === 'del' && (run.marks.strong || run.marks.em)) || outlastsLink(run, last, left, mark);
    const isBad = /\s/.test(first) || (isWord && (isWrapped || PUNCTUATION.test(first)));
    if (first === '' || !isBad) {
      settled.push(run);
      continue;
    }
    const [loose, rest] = isWrapped ? [run, undefined] : splitEdge(run, mirrored);
    settled.push({ ...loose, marks: { ...loose.marks, [mark]: false } });
    if (rest) left.push(rest);
  }
  return settled;
}

/** Whether a link begins with this run and ends before the mark does: its bracket is then the first sign in the mark. */
function outlastsLink(
  run: InlineRun,
  last: InlineRun | undefined,
  left: readonly InlineRun[],
  mark: Emphasis,
): boolean {
  const href = marksOf(run)?.href ?? null;
  if (href === null || marksOf(last)?.href === href) return false;
  const next = left.findLast((one) => marksOf(one)?.href !== href);
  return marksOf(next)?.[mark] ?? false;
}

/** The sign of a run that faces its neighbour; '' is the edge of a line. */
function edgeOf(run: InlineRun | undefined, atEnd: boolean): string {
  if (!run || run.kind === 'break') return '';
  if (run.kind === 'image' || run.marks.code) return '`';
  const signs = [...run.text];
  return (atEnd ? signs.at(-1) : signs[0]) ?? '';
}

/** Code and images are not taken apart. */
function splitEdge<R extends ImageRun | TextRun>(run: R, atEnd: boolean): [R, R | undefined] {
  if (run.kind === 'image' || run.marks.code) return [run, undefined];
  const signs = [...run.text];
  const loose = atEnd ? signs.pop() : signs.shift();
  const rest = signs.join('');
  return [{ ...run, text: loose ?? '' }, rest === '' ? undefined : { ...run, text: rest }];
}

/** `**a***b*` reads as something else: where one mark ends and the other begins at once, the weaker one goes. */
function separateStars(runs: readonly InlineRun[]): InlineRun[] {
  const clashes = (one: Marks | undefined, other: Marks | undefined) =>
    one !== undefined &&
    other !== undefined &&
    one.strong !== other.strong &&
    one.em === other.strong &&
    other.em === one.strong;
  return runs.map((run, at) => {
    if (run.kind === 'break') return run;
    const clash = [runs[at - 1], runs[at + 1]].some((other) => clashes(run.marks, marksOf(other)));
    return clash ? { ...run, marks: { ...run.marks, em: false } } : run;
  });
}
