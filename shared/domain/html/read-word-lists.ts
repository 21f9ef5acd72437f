import { type HtmlElement, type HtmlNode, isElement, styleOf, textOf } from './html-tree';

interface WordItem {
  level: number;
  isOrdered: boolean;
  children: HtmlNode[];
}

/** Word pastes its lists as paragraphs with `mso-list: l0 level2 …` and a drawn bullet; makes lists of them. */
export function readWordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const read: HtmlNode[] = [];
  let items: WordItem[] = [];
  const flush = () => {
    if (items.length > 0) read.push(...nest(items, items[0]?.level ?? 1));
    items = [];
  };
  for (const node of nodes) {
    const item = isElement(node, 'p') ? readItem(node) : undefined;
    if (item) items.push(item);
    else if (typeof node !== 'string' || node.trim() !== '' || items.length === 0) {
      flush();
      read.push(node);
    }
  }
  flush();
  return read;
}

function readItem(paragraph: HtmlElement): WordItem | undefined {
  const level = /level(\d)/.exec(styleOf(paragraph, 'mso-list'))?.[1];
  if (level === undefined) return undefined;
  const bullets: string[] = [];
  const children = withoutBullet(paragraph.children, bullets);
  return { level: Number(level), isOrdered: /^\s*[\p{L}\p{N}]{1,4}[.)]/u.test(bullets.join('')), children };
}

function withoutBullet(nodes: readonly HtmlNode[], bullets: string[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    if (styleOf(node, 'mso-list') === 'ignore') {
      bullets.push(textOf(node));
      return [];
    }
    return [{ ...node, children: withoutBullet(node.children, bullets) }];
  });
}

function nest(items: readonly WordItem[], level: number): HtmlElement[] {
  const lists: { tag: string; children: HtmlElement[] }[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while ((items[end]?.level ?? 0) > level) end++;
    const below = nest(items.slice(at + 1, end), items[at + 1]?.level ?? level + 1);
    const entry = { tag: 'li', attributes: {}, children: [...item.children, ...below] };
    const tag = item.isOrdered ? 'ol' : 'ul';
    const last = lists.at(-1);
    if (last?.tag === tag) last.children.push(entry);
    else lists.push({ tag, children: [entry] });
    at = end - 1;
  }
  return lists.map((list) => ({ ...list, attributes: {} }));
}
