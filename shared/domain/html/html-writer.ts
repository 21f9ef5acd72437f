import type { HtmlElement, HtmlNode } from './html-tree';

export interface HtmlOptions {
  /** What a link leads to here; null: its text stays alone. It gets only addresses of safe kinds. */
  link?(href: string): string | null;
  /** Where an image lies here; null: it goes. It gets every `src`, `data:` included. */
  image?(src: string, alt: string): string | null;
  /** Hears what was left out, by the name of its element, or `hidden`, `link`, `image`. */
  dropped?(what: string): void;
}

/** What the writers of blocks share while one text is written. */
export interface HtmlWriter {
  options: HtmlOptions;
  /** Added to the level of each heading, so that the highest is the second. */
  headingShift: number;
  /** The names of places in the source, and the heading here that each leads to. */
  anchors: ReadonlyMap<string, string>;
  blocks(nodes: readonly HtmlNode[]): string[];
  inline(nodes: readonly HtmlNode[], lineEnd?: string): string;
}

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1
  h2 h3 h4 h5 h6 header hr html iframe li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
  video audio object embed`.split(/\s+/),
);

/** Without a text of their own, or never safe. */
const LEFT_OUT = new Set(
  `script style template head title meta link base noscript applet frame frameset canvas map area svg math input select
  option textarea button datalist output progress meter dialog slot source track param`.split(/\s+/),
);
const SILENT = new Set([
  'style',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'source',
  'track',
  'param',
  'noscript',
]);

export function isBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && BLOCKS.has(node.tag);
}

/** Whether an element is no part of the text; tells of it where somebody may miss it. */
export function isLeftOut(element: HtmlElement, { options }: HtmlWriter): boolean {
  const { tag, attributes } = element;
  const isHidden =
    'hidden' in attributes ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attributes.style ?? '');
  if (LEFT_OUT.has(tag)) {
    if (!SILENT.has(tag) && !(tag === 'input' && attributes.type === 'checkbox')) options.dropped?.(tag);
    return true;
  }
  if (isHidden) options.dropped?.('hidden');
  return isHidden;
}

const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|article:\d|[/#?.]|[^:/?#]+(?:[/?#]|$))/i;

/** An address as it is to be written; null when it must not be. */
export function settleLink(href: string, writer: HtmlWriter): string | null {
  // Browsers pass over control characters in addresses, so must we.
  const address = href.replace(/\p{Cc}+/gu, '').trim();
  if (address === '' || address === '#') return null;
  if (address.startsWith('#')) {
    const heading = writer.anchors.get(decode(address.slice(1)));
    return heading === undefined ? null : `#${heading}`;
  }
  if (!SAFE_ADDRESS.test(address)) {
    writer.options.dropped?.('link');
    return null;
  }
  return writer.options.link ? writer.options.link(address) : address;
}

export function settleImage(src: string, alt: string, { options }: HtmlWriter): string | null {
  const address = src.trim();
  const isSafe = /^(?:https?:|\/|\.|[^:/?#]+(?:[/?#]|$))/i.test(address);
  const settled = options.image ? options.image(address, alt) : isSafe && address !== '' ? address : null;
  if (settled === null) options.dropped?.('image');
  return settled;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
