import { findElement, type HtmlElement } from './html-tree';
import { type HtmlWriter, settleLink } from './html-writer';

/** Where the players of these services stand, and the page on which the same can be watched. */
const PLAYERS: readonly [RegExp, (id: string) => string][] = [
  [
    /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https:\/\/player\.vimeo\.com\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`],
  [/^https:\/\/rutube\.ru\/play\/embed\/(\w+)/, (id) => `https://rutube.ru/video/${id}/`],
  [/^https:\/\/(?:www\.)?loom\.com\/embed\/(\w+)/, (id) => `https://www.loom.com/share/${id}`],
  [
    /^https:\/\/(?:fast\.)?wistia\.(?:net|com)\/embed\/iframe\/(\w+)/,
    (id) => `https://fast.wistia.net/embed/iframe/${id}`,
  ],
];

/** What is played or shown in a frame as a link to it. Null: nothing of it can stay. Undefined: no such element. */
export function linkOfMedia(
  node: HtmlElement,
  writer: HtmlWriter,
): { href: string; text: string } | null | undefined {
  const { tag, attributes } = node;
  if (!['iframe', 'video', 'audio', 'object', 'embed'].includes(tag)) return undefined;
  const source = findElement(node.children, 'source', 'embed');
  const given = attributes.src ?? attributes['data-src'] ?? attributes.data ?? source?.attributes.src ?? '';
  const address = given.trim().replace(/^\/\//, 'https://');
  const isFrame = tag !== 'video' && tag !== 'audio';
  const href = isFrame && !/^https?:/i.test(address) ? null : settleLink(watchAddress(address), writer);
  if (href === null) {
    writer.options.dropped?.(tag);
    return null;
  }
  const title = (attributes.title ?? '').replace(/\s+/g, ' ').trim();
  const name = href.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return { href, text: title || (isFrame ? href : name) || href };
}

function watchAddress(address: string): string {
  for (const [player, page] of PLAYERS) {
    const id = player.exec(address.replace(/^http:/, 'https:'))?.[1];
    if (id !== undefined) return page(id);
  }
  return address;
}
