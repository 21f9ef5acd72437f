import { type HtmlElement, type HtmlNode, isElement, styleOf, textOf } from './html-tree';
import { type HtmlWriter, isBlock, isLeftOut, settleImage, settleLink } from './html-writer';
import { type InlineRun, type Marks, PLAIN } from './inline-run';
import { linkOfMedia } from './link-of-media';

const STRONG = new Set(['b', 'strong']);
const EM = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const DEL = new Set(['s', 'strike', 'del']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const RAISED = new Map(zip('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'));
const LOWERED = new Map(zip('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'));

/** Running text below these nodes. Blocks inside (in a link, in a cell) become lines of it. */
export function collectInline(nodes: readonly HtmlNode[], writer: HtmlWriter): InlineRun[] {
  const runs: InlineRun[] = [];
  collect(nodes, PLAIN, runs, writer);
  return runs;
}

function collect(nodes: readonly HtmlNode[], marks: Marks, runs: InlineRun[], writer: HtmlWriter): void {
  for (const node of nodes) {
    if (typeof node === 'string') runs.push({ kind: 'text', text: node, marks });
    else if (!isLeftOut(node, writer)) collectElement(node, marks, runs, writer);
  }
}

function collectElement(node: HtmlElement, marks: Marks, runs: InlineRun[], writer: HtmlWriter): void {
  const { tag, attributes, children } = node;
  if (tag === 'br') runs.push({ kind: 'break' });
  else if (tag === 'img') collectImage(node, marks, runs, writer);
  else if (tag === 'a') {
    const href = marks.href ?? (attributes.href === undefined ? null : settleLink(attributes.href, writer));
    collect(children, { ...markedBy(node, marks), href }, runs, writer);
  } else if (tag === 'q') {
    runs.push({ kind: 'text', text: '«', marks });
    collect(children, marks, runs, writer);
    runs.push({ kind: 'text', text: '»', marks });
  } else if (tag === 'sup' || tag === 'sub') {
    const signs = tag === 'sup' ? RAISED : LOWERED;
    const text = [...textOf(node).trim()];
    const small = text.map((sign) => signs.get(sign));
    if (text.length > 0 && small.every((sign) => sign !== undefined)) {
      runs.push({ kind: 'text', text: small.join(''), marks });
    } else collect(children, marks, runs, writer);
  } else if (isBlock(node)) collectBlock(node, marks, runs, writer);
  else collect(children, markedBy(node, marks), runs, writer);
}

function collectBlock(node: HtmlElement, marks: Marks, runs: InlineRun[], writer: HtmlWriter): void {
  const media = linkOfMedia(node, writer);
  if (media === undefined) {
    const isFirst = runs.every((run) => run.kind === 'text' && run.text.trim() === '');
    if (!isFirst && runs.at(-1)?.kind !== 'break') runs.push({ kind: 'break' });
    if (isElement(node, 'li')) runs.push({ kind: 'text', text: '• ', marks });
    collect(node.children, markedBy(node, marks), runs, writer);
    if (runs.at(-1)?.kind !== 'break') runs.push({ kind: 'break' });
  } else if (media) {
    runs.push({ kind: 'text', text: media.text, marks: { ...marks, href: media.href } });
  }
}

function collectImage(node: HtmlElement, marks: Marks, runs: InlineRun[], writer: HtmlWriter): void {
  const clean = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const [alt, title] = [clean(node.attributes.alt), clean(node.attributes.title)];
  const src = settleImage(node.attributes.src ?? node.attributes['data-src'] ?? '', alt, writer);
  if (src === null && alt !== '') runs.push({ kind: 'text', text: alt, marks });
  if (src === null) return;
  runs.push({
    kind: 'image',
    src,
    alt,
    title: title === alt ? '' : title,
    marks: { ...PLAIN, href: marks.href },
  });
}

/** By element, and by style: word processors and web editors write everything as `span`. */
function markedBy(node: HtmlElement, marks: Marks): Marks {
  const { tag } = node;
  const weight = styleOf(node, 'font-weight');
  const isLight = /^(?:normal|[1-4]00|lighter)$/.test(weight);
  const isBold = /^(?:bold|bolder|[6-9]00)$/.test(weight) || (STRONG.has(tag) && !isLight);
  const slant = styleOf(node, 'font-style');
  const isSlanted = slant.startsWith('italic') || (EM.has(tag) && slant !== 'normal');
  const line = `${styleOf(node, 'text-decoration')} ${styleOf(node, 'text-decoration-line')}`;
  return {
    strong: isBold || (marks.strong && !(isLight && tag === 'span')),
    em: isSlanted || marks.em,
    del: DEL.has(tag) || line.includes('line-through') || marks.del,
    code: CODE.has(tag) || marks.code,
    href: marks.href,
  };
}

function zip(keys: string, values: string): [string, string][] {
  const signs = [...values];
  return [...keys].map((key, at) => [key, signs[at] ?? key]);
}
