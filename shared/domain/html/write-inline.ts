import { escapeAddress, escapeLineStart, escapeMarkdown } from './escape-markdown';
import type { ImageRun, InlineRun, Marks } from './inline-run';
import { settleMarks } from './settle-marks';

type Mark = keyof Marks;
const WRAPPERS = { strong: '**', em: '*', del: '~~' } as const;

/** Runs as Markdown. `lineEnd` stands for a forced break: a new line in paragraphs, what a cell takes in tables. */
export function writeInline(runs: readonly InlineRun[], lineEnd = '\\\n'): string {
  const settled = settleMarks(runs);
  let written = '';
  let open: Mark[] = [];
  let href: string | null = null;
  const close = (keep: readonly Mark[]) => {
    let shared = 0;
    while (shared < open.length && open[shared] === keep[shared]) shared++;
    for (const mark of open.slice(shared).reverse()) {
      written += mark === 'href' ? `](${escapeAddress(href ?? '')})` : wrapperOf(mark);
    }
    open = open.slice(0, shared);
  };
  settled.forEach((run, at) => {
    if (run.kind === 'break') {
      close([]);
      written += lineEnd;
      return;
    }
    const changed = open.includes('href') && run.marks.href !== href;
    const wanted = orderMarks(settled, at, open, changed);
    close(wanted);
    for (const mark of wanted.slice(open.length)) {
      if (mark === 'href' && written.endsWith('!')) written = `${written.slice(0, -1)}\\!`;
      written += mark === 'href' ? '[' : wrapperOf(mark);
      open.push(mark);
    }
    href = run.marks.href;
    written += run.kind === 'image' ? writeImage(run) : writeText(run.text, run.marks);
  });
  close([]);
  return lineEnd.includes('\n') ? written.split('\n').map(escapeLineStart).join('\n') : written;
}

/** The marks to be open at a run, outermost first: what is open stays, of the others the longest comes first. */
function orderMarks(
  runs: readonly InlineRun[],
  at: number,
  open: readonly Mark[],
  linkEnds: boolean,
): Mark[] {
  const run = runs[at];
  if (!run || run.kind === 'break') return [];
  const marks = (['href', 'strong', 'em', 'del'] as const).filter((mark) => run.marks[mark]);
  const staying: Mark[] = [];
  for (const mark of open) {
    if (!marks.some((one) => one === mark) || (mark === 'href' && linkEnds)) break;
    staying.push(mark);
  }
  const length = (mark: Mark) => {
    let end = at;
    for (
      let next = runs[end];
      next && next.kind !== 'break' && next.marks[mark] === run.marks[mark];
      next = runs[end]
    )
      end++;
    return end;
  };
  const opening = marks.filter((mark) => !staying.includes(mark)).sort((a, b) => length(b) - length(a));
  return [...staying, ...opening];
}

function wrapperOf(mark: Mark): string {
  return mark === 'href' || mark === 'code' ? '' : WRAPPERS[mark];
}

function writeText(text: string, marks: Marks): string {
  if (!marks.code) return escapeMarkdown(text);
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function writeImage({ src, alt, title }: ImageRun): string {
  const name = title === '' ? '' : ` "${title.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
  return `![${escapeMarkdown(alt)}](${escapeAddress(src)}${name})`;
}
