export interface HtmlElement {
  /** In small letters. */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly HtmlNode[];
}

export type HtmlNode = string | HtmlElement;

/** How a tree that somebody else parsed is looked at: the DOM's in a browser, a parser's on the server. */
export interface HtmlSource<N> {
  /** Undefined: not an element. */
  tag(node: N): string | undefined;
  /** Undefined: not a text. Comments are neither. */
  text(node: N): string | undefined;
  attributes(node: N): Iterable<{ name: string; value: string }>;
  children(node: N): Iterable<N>;
}

/** Deeper than this nobody writes; what lies below is taken as text, so that no input can exhaust the stack. */
const MAX_DEPTH = 120;

export function readHtmlTree<N>(nodes: Iterable<N>, source: HtmlSource<N>): HtmlNode[] {
  return readNodes(nodes, source, 0);
}

function readNodes<N>(nodes: Iterable<N>, source: HtmlSource<N>, depth: number): HtmlNode[] {
  const read: HtmlNode[] = [];
  for (const node of nodes) {
    const text = source.text(node);
    const tag = source.tag(node)?.toLowerCase();
    if (text !== undefined) read.push(text);
    else if (tag !== undefined) {
      const attributes = Object.fromEntries(
        Array.from(source.attributes(node), ({ name, value }) => [name.toLowerCase(), value]),
      );
      const children =
        depth < MAX_DEPTH
          ? readNodes(source.children(node), source, depth + 1)
          : [readText(source.children(node), source)];
      read.push({ tag, attributes, children });
    }
  }
  return read;
}

function readText<N>(nodes: Iterable<N>, source: HtmlSource<N>): string {
  let text = '';
  const left = [...nodes].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    text += source.text(node) ?? '';
    for (const child of [...source.children(node)].reverse()) left.push(child);
  }
  return text;
}

/** All text below, as it stands. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

export function isElement(node: HtmlNode, ...tags: readonly string[]): node is HtmlElement {
  return typeof node !== 'string' && (tags.length === 0 || tags.includes(node.tag));
}

/** A property of the element's own `style`, in small letters; '' when it is not there. */
export function styleOf({ attributes }: HtmlElement, property: string): string {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(attributes.style ?? '');
  return found?.[1]?.trim().toLowerCase() ?? '';
}

/** The first of these elements, in the order of the text. */
export function findElement(nodes: readonly HtmlNode[], ...tags: readonly string[]): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = tags.includes(node.tag) ? node : findElement(node.children, ...tags);
    if (found) return found;
  }
  return undefined;
}
