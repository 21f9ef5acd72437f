import { findElement, type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree';
import { type HtmlWriter, isLeftOut } from './html-writer';

/** A list as lines, one item after the other; '' when it has none. `isOther`: with the other sign of its kind. */
export function writeList(list: HtmlElement, writer: HtmlWriter, isOther: boolean): string {
  const items = gatherItems(list, writer).flatMap((nodes) => {
    const blocks = writer.blocks(nodes.filter((node) => !isElement(node, 'input')));
    return blocks.length === 0 ? [] : [{ blocks, box: boxOf(nodes) }];
  });
  const isLoose = items.some(({ blocks }) => blocks.filter((block) => !isListBlock(block)).length > 1);
  const start = Number.parseInt(list.attributes.start ?? '1', 10);
  let number = Number.isSafeInteger(start) && start >= 0 && start < 1e8 ? start : 1;
  const written = items.map(({ blocks, box }) => {
    const sign = list.tag === 'ol' ? `${number++}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- ';
    return sign + indent(box + blocks.join(isLoose ? '\n\n' : '\n'), sign.length);
  });
  return written.join(isLoose ? '\n\n' : '\n');
}

/** What the items hold. A list that stands beside the items, as word processors have it, belongs to the one before. */
function gatherItems(list: HtmlElement, writer: HtmlWriter): HtmlNode[][] {
  const items: HtmlNode[][] = [];
  for (const child of list.children) {
    if (typeof child === 'string' ? child.trim() === '' : isLeftOut(child, writer)) continue;
    const last = items.at(-1);
    if (isElement(child, 'li')) items.push([...child.children]);
    else if (isElement(child, 'ul', 'ol') && last) last.push(child);
    else items.push([child]);
  }
  return items;
}

function boxOf(nodes: readonly HtmlNode[]): string {
  const box = findElement(nodes, 'input');
  if (box?.attributes.type !== 'checkbox') return '';
  return 'checked' in box.attributes ? '\\[x\\] ' : '\\[ \\] ';
}

/** Terms in bold, each with what is said of it. */
export function writeDefinitions(list: HtmlElement, writer: HtmlWriter): string {
  const items: { terms: string[]; said: string[] }[] = [];
  for (const child of list.children.flatMap((node) => (isElement(node, 'div') ? node.children : [node]))) {
    const last = items.at(-1);
    if (isElement(child, 'dt')) {
      const term = writer.inline(plainly(child), ' ');
      if (term === '') continue;
      if (last && last.said.length === 0) last.terms.push(term);
      else items.push({ terms: [term], said: [] });
    } else if (typeof child !== 'string' || child.trim() !== '') {
      const said = writer.blocks(isElement(child, 'dd') ? child.children : [child]);
      if (last) last.said.push(...said);
      else if (said.length > 0) items.push({ terms: [], said });
    }
  }
  const isLoose = items.some(({ said }) => said.length > 1);
  const written = items.map(({ terms, said }) => {
    const [first = '', ...more] = said;
    const opening = [terms.map((term) => `**${term}**`).join(', '), first]
      .filter((part) => part !== '')
      .join(' — ');
    return `- ${indent([opening, ...more].join('\n\n'), 2)}`;
  });
  return written.join(isLoose ? '\n\n' : '\n');
}

/** The term is bold here anyway. */
function plainly(term: HtmlElement): HtmlNode[] {
  const only = term.children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [first] = only;
  return only.length === 1 && first && isElement(first, 'b', 'strong') ? [textOf(first)] : [textOf(term)];
}

function isListBlock(block: string): boolean {
  return /^(?:[-*] |\d+[.)] )/.test(block);
}

export function indent(text: string, width: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(width)}`);
}
