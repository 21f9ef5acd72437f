/** A text with what is selected in it; equal ends are a caret. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What is to be put in place of `from` to `to`, and what is selected then. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

export type LineKind = 'bullets' | 'numbers' | 'quote';
export type CalloutKind = 'NOTE' | 'TIP' | 'WARNING';

const MARKER = /^(\s*)(?:[-*+] |\d{1,9}[.)] |> ?)/;

/** Puts a mark around the selection, or takes it away; with nothing selected, around the word at the caret. */
export function toggleMark(given: Selected, mark: string): Edit {
  const { text } = given;
  const { start, end } = given.start === given.end ? wordAt(given) : trimmed(given);
  const inner = text.slice(start, end);
  const long = mark.length;
  if (given.start === given.end && endsHere(given, mark)) {
    const caret = given.end + long;
    return { from: caret, to: caret, insert: '', start: caret, end: caret };
  }
  if (
    isMarked(text.slice(start - long, start), text.slice(end, end + long), mark) &&
    !isLonger(text, start, end, mark)
  ) {
    return { from: start - long, to: end + long, insert: inner, start: start - long, end: end - long };
  }
  if (inner.length > 2 * long && inner.startsWith(mark) && inner.endsWith(mark)) {
    const bare = inner.slice(long, -long);
    return { from: start, to: end, insert: bare, start, end: start + bare.length };
  }
  return { from: start, to: end, insert: mark + inner + mark, start: start + long, end: end + long };
}

/** Whether the caret stands before the mark that ends what was just typed. */
function endsHere({ text, start }: Selected, mark: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return text.startsWith(mark, start) && !before.endsWith(mark) && before.split(mark).length % 2 === 0;
}

const isMarked = (before: string, after: string, mark: string) => before === mark && after === mark;

/** `*` stands at the ends of bold text too: that is no italic. */
function isLonger(text: string, start: number, end: number, mark: string): boolean {
  if (mark !== '*') return false;
  const stars = /\*+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^\*+/.exec(text.slice(end))?.[0].length ?? 0;
  return stars === 2 && after === 2;
}

/** The lines of the selection as headings of this level; of the same level already: as plain text. */
export function toggleHeading(given: Selected, level: 2 | 3): Edit {
  const sign = `${'#'.repeat(level)} `;
  return changeLines(given, (lines) => {
    const full = lines.filter((line) => line.trim() !== '');
    const isAll = full.length > 0 && full.every((line) => line.startsWith(sign));
    return lines.map((line) => {
      const bare = line.replace(/^#{1,6} +/, '');
      return isAll || (line.trim() === '' && lines.length > 1) ? bare : sign + bare;
    });
  });
}

/** The lines of the selection as a list or a quotation, or as plain text again. */
export function toggleLines(given: Selected, kind: LineKind): Edit {
  const is = { bullets: /^\s*[-*+] /, numbers: /^\s*\d{1,9}[.)] /, quote: /^> ?/ }[kind];
  return changeLines(given, (lines) => {
    const full = lines.filter((line) => line.trim() !== '');
    const isAll = full.length > 0 && full.every((line) => is.test(line));
    let number = 0;
    return lines.map((line) => {
      if (line.trim() === '' && lines.length > 1) return line;
      if (isAll) return line.replace(is, '');
      const bare = kind === 'quote' ? line : line.replace(MARKER, '$1');
      return { bullets: '- ', numbers: `${++number}. `, quote: '> ' }[kind] + bare;
    });
  });
}

/** The lines of the selection in a box of this kind. */
export function wrapCallout(given: Selected, kind: CalloutKind, hint: string): Edit {
  const { from, to } = linesOf(given);
  const inside = given.text.slice(from, to).trim() === '' ? hint : given.text.slice(from, to);
  const quoted = inside
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
  const edit = blockEdit(given, from, to, `> [!${kind}]\n${quoted}`);
  return { ...edit, start: edit.end - (quoted.length - 2), end: edit.end };
}

export function wrapCode(given: Selected, hint: string): Edit {
  const { from, to } = linesOf(given);
  const inside = given.text.slice(from, to).trim() === '' ? hint : given.text.slice(from, to);
  const edit = blockEdit(given, from, to, `\`\`\`\n${inside}\n\`\`\``);
  return { ...edit, start: edit.end - 4 - inside.length, end: edit.end - 4 };
}

/** A link around the selection, or around `words` where nothing is selected. */
export function insertLink(given: Selected, address: string, words: string): Edit {
  const inside = given.text.slice(given.start, given.end).trim() || words;
  const insert = `[${inside.replace(/[[\]]/g, '\\$&')}](${address})`;
  const end = given.start + insert.length;
  return { from: given.start, to: given.end, insert, start: end, end };
}

/** A block of its own, with empty lines around it, at the caret or in place of the selection. */
export function insertBlock(given: Selected, block: string): Edit {
  const edit = blockEdit(given, given.start, given.end, block);
  return { ...edit, start: edit.end };
}

export function insertTable(given: Selected, heads: readonly string[]): Edit {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const empty = heads.map(() => '   ');
  const table = [row(heads), row(heads.map(() => '---')), row(empty), row(empty)].join('\n');
  const edit = blockEdit(given, given.end, given.end, table);
  const start = edit.end - table.length + 2;
  return { ...edit, start, end: start + (heads[0]?.length ?? 0) };
}

/** What Enter does in a list or a quotation: the next line is of it too; on an empty one, it ends. Null: as ever. */
export function continueLine({ text, start, end }: Selected): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const [marker = ''] = /^\s*(?:[-*+] |\d{1,9}[.)] |> ?)+/.exec(line) ?? [];
  if (marker.trim() === '') return null;
  if (line.length === marker.length) {
    if (text.slice(start).split('\n', 1)[0] !== '') return null;
    return { from, to: start, insert: '', start: from, end: from };
  }
  const next = marker.replace(/\d+/, (digits) => String(Number(digits) + 1));
  const caret = start + 1 + next.length;
  return { from: start, to: start, insert: `\n${next}`, start: caret, end: caret };
}

function changeLines(given: Selected, change: (lines: string[]) => string[]): Edit {
  const { from, to } = linesOf(given);
  const insert = change(given.text.slice(from, to).split('\n')).join('\n');
  const end = from + insert.length;
  return { from, to, insert, start: given.start === given.end ? end : from, end };
}

/** The whole lines that the selection touches, without the last line break. */
function linesOf({ text, start, end }: Selected): { from: number; to: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const at = text.indexOf('\n', last);
  return { from, to: at < 0 ? text.length : at };
}

/** `block` in place of `from` to `to`, parted from what stands around it; the selection is the block. */
function blockEdit({ text }: Selected, from: number, to: number, block: string): Edit {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after === '' ? '\n' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const end = from + lead.length + block.length;
  return { from, to, insert: lead + block + tail, start: from + lead.length, end };
}

function wordAt({ text, start }: Selected): { start: number; end: number } {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(start))?.[0].length ?? 0;
  return before > 0 && after > 0 ? { start: start - before, end: start + after } : { start, end: start };
}

function trimmed({ text, start, end }: Selected): { start: number; end: number } {
  const inner = text.slice(start, end);
  return {
    start: start + inner.length - inner.trimStart().length,
    end: end - (inner.length - inner.trimEnd().length),
  };
}
