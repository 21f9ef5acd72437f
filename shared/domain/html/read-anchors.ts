import { makeSlug } from '../make-slug';
import { type HtmlElement, type HtmlNode, textOf } from './html-tree';

/**
 * Where names in the source lead here: to the heading that they stand in, or just before, else to the last one above them. A
 * heading's id is made as our pages make it.
 */
export function readAnchors(nodes: readonly HtmlNode[]): Map<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set<string>();
  let waiting: string[] = [];
  let above: string | undefined;
  const settle = (names: readonly string[], heading: string | undefined) => {
    if (heading !== undefined) for (const name of names) if (!anchors.has(name)) anchors.set(name, heading);
    waiting = [];
  };
  const walk = (inner: readonly HtmlNode[]) => {
    for (const node of inner) {
      if (typeof node === 'string') {
        if (node.trim() !== '') settle(waiting, above);
      } else if (/^h[1-6]$/.test(node.tag) && textOf(node).trim() !== '') {
        above = nameHeading(node, taken);
        settle([...waiting, ...namesIn(node)], above);
      } else {
        waiting.push(...namesOf(node));
        walk(node.children);
      }
    }
  };
  walk(nodes);
  settle(waiting, above);
  return anchors;
}

function nameHeading(heading: HtmlElement, taken: Set<string>): string {
  const words = makeSlug(textOf(heading).replace(/\s+/g, ' ')) || 'part';
  let id = words;
  for (let copy = 2; taken.has(id); copy++) id = `${words}-${copy}`;
  taken.add(id);
  return id;
}

function namesIn(node: HtmlNode): string[] {
  return typeof node === 'string' ? [] : [...namesOf(node), ...node.children.flatMap(namesIn)];
}

function namesOf({ attributes }: HtmlElement): string[] {
  return [attributes.id, attributes.name].flatMap((name) => (name ? [name] : []));
}
