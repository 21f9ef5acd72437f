import { calloutOf } from './callout-of';
import { collectInline } from './collect-inline';
import { findElement, type HtmlElement, type HtmlNode, isElement } from './html-tree';
import { type HtmlOptions, type HtmlWriter, isBlock, isLeftOut } from './html-writer';
import { linkOfMedia } from './link-of-media';
import { readAnchors } from './read-anchors';
import { readWordLists } from './read-word-lists';
import { writeInline } from './write-inline';
import { writeDefinitions, writeList } from './write-list';
import { cellsOf, writeTable } from './write-table';

/**
 * Foreign HTML (another help centre's article, a page, what was pasted from a word processor) as Markdown that our pages show
 * alike: headings, lists, tables, links, images, code, callouts, definitions; players as links. Nothing else stays, nothing of it
 * is ever markup: scripts, styles, forms and unsafe addresses go, and `dropped` hears of them.
 */
export function htmlToMarkdown(nodes: readonly HtmlNode[], options: HtmlOptions = {}): string {
  const headings = findHeadings(nodes);
  const writer: HtmlWriter = {
    options,
    headingShift: headings.some(({ tag }) => tag === 'h1') ? 1 : 0,
    anchors: readAnchors(nodes),
    blocks: (inner) => writeBlocks(inner, writer),
    inline: (inner, lineEnd) => writeInline(collectInline(inner, writer), lineEnd),
  };
  return writer.blocks(nodes).join('\n\n');
}

function writeBlocks(given: readonly HtmlNode[], writer: HtmlWriter): string[] {
  const blocks: string[] = [];
  const nodes = readWordLists(given);
  let running: HtmlNode[] = [];
  const flush = () => {
    blocks.push(...writeParagraphs(running, writer));
    running = [];
  };
  let list = { tag: '', isOther: false, at: -1 };
  for (const node of nodes) {
    if (!isBlock(node) && !holdsBlocks(node)) {
      running.push(node);
      continue;
    }
    flush();
    if (typeof node === 'string' || isLeftOut(node, writer)) continue;
    if (!isElement(node, 'ul', 'ol', 'menu')) {
      blocks.push(...writeBlock(node, writer));
      continue;
    }
    // Two lists in a row would be read as one.
    const isOther = list.tag === node.tag && list.at === blocks.length && !list.isOther;
    const text = writeList(node, writer, isOther);
    if (text === '') continue;
    blocks.push(text);
    list = { tag: node.tag, isOther, at: blocks.length };
  }
  flush();
  return blocks;
}

/** Running text; two forced breaks in a row begin a new paragraph. */
function writeParagraphs(nodes: readonly HtmlNode[], writer: HtmlWriter): string[] {
  const parts: HtmlNode[][] = [[]];
  for (const node of nodes) {
    const last = parts.at(-1) ?? [];
    const solid = last.findLast((one) => typeof one !== 'string' || one.trim() !== '');
    if (isElement(node, 'br') && solid && isElement(solid, 'br')) parts.push([]);
    else last.push(node);
  }
  return parts.map((part) => writer.inline(part)).filter((text) => text.trim() !== '');
}

function writeBlock(node: HtmlElement, writer: HtmlWriter): string[] {
  const { tag, children } = node;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading !== undefined) {
    const text = writer.inline(children, ' ').replace(/(^|\s)(#+)$/, '$1\\$2');
    return text === '' ? [] : [`${'#'.repeat(Math.min(6, Number(heading) + writer.headingShift))} ${text}`];
  }
  const callout = calloutOf(node);
  if (callout) return quote([`[!${callout}]`], writer.blocks(children));
  if (tag === 'blockquote') return quote([], writer.blocks(children));
  if (tag === 'pre') return writeCode(node);
  if (tag === 'hr') return ['---'];
  if (tag === 'dl') return [writeDefinitions(node, writer)].filter((text) => text !== '');
  if (tag === 'table') {
    const table = writeTable(node, writer);
    return table === null ? cellsOf(node).flatMap((cell) => writer.blocks(cell)) : [table];
  }
  if (tag === 'summary') return [writer.inline(children, ' ')].filter((text) => text !== '').map(strengthen);
  if (tag === 'figcaption') return [writer.inline(children, ' ')].filter((text) => text !== '');
  const media = linkOfMedia(node, writer);
  if (media === undefined) return writer.blocks(children);
  return media === null
    ? []
    : [writeInline([{ kind: 'text', text: media.text, marks: { ...MEDIA, href: media.href } }])];
}

const MEDIA = { strong: false, em: false, del: false, code: false };

function strengthen(text: string): string {
  return /[*`]/.test(text) ? text : `**${text}**`;
}

function quote(head: readonly string[], blocks: readonly string[]): string[] {
  if (blocks.length === 0) return [];
  const text = [...head, blocks.join('\n\n')].join('\n');
  return [
    text
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
  ];
}

function writeCode(node: HtmlElement): string[] {
  const text = readCode(node)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '');
  if (text === '') return [];
  const names = [node, findElement(node.children, 'code')]
    .map((one) => one?.attributes.class ?? '')
    .join(' ');
  const language = /(?:^|\s)(?:language|lang|brush:?)[-: ]*([\w+#-]{1,20})/.exec(names)?.[1] ?? '';
  const longest = Math.max(2, ...(text.match(/^\s*`{3,}/gm) ?? []).map((ticks) => ticks.trim().length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}\n${text}\n${fence}`];
}

function readCode(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  if (node.tag === 'br') return '\n';
  const text = node.children.map(readCode).join('');
  return isElement(node, 'div', 'p', 'li') && !text.endsWith('\n') ? `${text}\n` : text;
}

/** A mark around blocks (`<span><p>…`) is looked through; a link keeps its blocks as lines. */
function holdsBlocks(node: HtmlNode): boolean {
  return (
    isElement(node) && node.tag !== 'a' && node.children.some((child) => isBlock(child) || holdsBlocks(child))
  );
}

function findHeadings(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return /^h[1-6]$/.test(node.tag) ? [node] : findHeadings(node.children);
  });
}
