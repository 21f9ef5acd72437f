import type { MarkdownIt, Token } from 'markdown-it';

export const CALLOUTS = ['note', 'tip', 'warning'] as const;
export type Callout = (typeof CALLOUTS)[number];

/** Of the five kinds that are written elsewhere, two read like others here. */
const KINDS: Readonly<Record<string, Callout>> = {
  NOTE: 'note',
  IMPORTANT: 'note',
  TIP: 'tip',
  WARNING: 'warning',
  CAUTION: 'warning',
};
const MARK = /^\[!([A-Z]+)\][ \t]*(?:\n|$)/;
const BREAK = /^<br[ \t]*\/?>/i;
const LONGEST_BREAK = 8;
const WIDTH = /^\{width=([1-9]\d{0,3})\}/;

/**
 * What our Markdown has beyond the usual: `<br>` breaks a line, as cells need it; a table whose heads are all empty has none; `> [!NOTE]`, as a quotation's first line, makes a callout (tokens `callout_open`
 * with `data-kind`, `callout_close`), and `![…](…){width=480}` gives an image its width.
 */
export function extendMarkdown(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'callouts', ({ tokens }) => readCallouts(tokens));
  markdown.inline.ruler.before('autolink', 'line_break', (state, silent) => {
    const [mark] = BREAK.exec(state.src.slice(state.pos, state.pos + LONGEST_BREAK)) ?? [];
    if (mark === undefined) return false;
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += mark.length;
    return true;
  });
  markdown.core.ruler.after('inline', 'empty_heads', ({ tokens }) => dropEmptyHeads(tokens));
  markdown.core.ruler.after('inline', 'widths', ({ tokens }) => {
    for (const { children } of tokens) if (children) readWidths(children);
  });
}

function readCallouts(tokens: Token[]): void {
  const open: (Callout | null)[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === 'blockquote_open') {
      const kind = takeMark(tokens, at + 1);
      open.push(kind);
      if (kind) {
        Object.assign(token, { type: 'callout_open', tag: 'div' });
        token.attrSet('data-kind', kind);
      }
    } else if (token?.type === 'blockquote_close' && open.pop()) {
      Object.assign(token, { type: 'callout_close', tag: 'div' });
    }
  }
}

/** The kind that the paragraph at `at` begins with; its mark goes, and the paragraph when nothing else is in it. */
function takeMark(tokens: Token[], at: number): Callout | null {
  const inline = tokens[at + 1];
  if (tokens[at]?.type !== 'paragraph_open' || inline?.type !== 'inline') return null;
  const [mark = '', word = ''] = MARK.exec(inline.content) ?? [];
  const kind = KINDS[word];
  if (!kind) return null;
  inline.content = inline.content.slice(mark.length);
  if (inline.content === '') tokens.splice(at, 3);
  return kind;
}

function dropEmptyHeads(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.type !== 'thead_open') continue;
    const end = tokens.findIndex((token, after) => after > at && token.type === 'thead_close');
    const head = tokens.slice(at, end + 1);
    if (head.every((token) => token.type !== 'inline' || token.content === ''))
      tokens.splice(at, head.length);
  }
}

function readWidths(children: readonly Token[]): void {
  children.forEach((token, at) => {
    const next = children[at + 1];
    if (token.type !== 'image' || next?.type !== 'text') return;
    const [mark = '', width = ''] = WIDTH.exec(next.content) ?? [];
    if (width === '') return;
    next.content = next.content.slice(mark.length);
    token.attrSet('width', width);
  });
}
