import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { CALLOUTS, extendMarkdown } from './extend-markdown';
import { makeSlug } from './make-slug';
import type { MarkdownLabels } from './markdown-labels';

/** What an article's text refers to outside itself. */
export interface MarkdownLinks {
  /** Address of the article `article:NUMBER` for this reader; null: it does not exist for them, its text stays. */
  articleUrl(number: number): string | null;
  /** Of a file of the knowledge base, its size in pixels where it has one; null: another address. */
  fileSize?(url: string): { width: number; height: number } | null;
  labels: MarkdownLabels;
}

type Environment = Env & { links: MarkdownLinks };

/** Headings get ids with this prefix, so that no text can take an id that the page itself uses. */
const HEADING_PREFIX = 'h-';
const ARTICLE = /^article:(\d{1,10})(?:#(.*))?$/;
const VIDEO = /^\/[^?#]*\.(?:mp4|m4v|webm|mov)(?:[?#]|$)/i;
const SAFE_LINK = /^(?:https?:|mailto:|tel:|article:\d|[/#?](?!\/)|[^:/?#]+(?:[/?#]|$))/i;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });
markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
extendMarkdown(markdown);
markdown.core.ruler.push('article', (state) => {
  nameHeadings(state.tokens);
  for (const token of state.tokens) {
    if (token.children) token.children = resolveLinks(token.children, (state.env as Environment).links);
    moveAlignment(token);
  }
});
markdown.renderer.rules.table_open = (_tokens, _at, _options, env) =>
  `<div class="table-scroll" role="group" tabindex="0" aria-label="${escape((env as Environment).links.labels.table)}"><table>\n`;
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules['callout_open'] = (tokens, at, _options, env) => {
  const kind = CALLOUTS.find((one) => one === tokens[at]?.attrGet('data-kind')) ?? 'note';
  const label = escape((env as Environment).links.labels[kind]);
  return `<div class="callout" data-kind="${kind}" role="note">\n<p class="callout-label">${label}</p>\n`;
};
const { image: drawImage } = markdown.renderer.rules;
markdown.renderer.rules.image = (...given) => {
  const [tokens, at] = given;
  const token = tokens[at];
  return token && isVideo(token) ? drawVideo(token) : (drawImage?.(...given) ?? '');
};
for (const rule of ['fence', 'code_block'] as const) {
  const render = markdown.renderer.rules[rule];
  markdown.renderer.rules[rule] = (...given) =>
    (render?.(...given) ?? '').replace('<pre', '<pre tabindex="0"');
}

/**
 * Markdown as HTML that is safe to insert under a strict CSP: no raw HTML, no inline styles, no scripts' addresses.
 * Headings start at level 2 and carry ids; images know their size, videos of our own play; tables and code can be scrolled by keyboard; `article:NUMBER` links lead to
 * the article and carry `data-article`.
 */
export function renderMarkdown(text: string, links: MarkdownLinks): string {
  const env: Environment = { links };
  return markdown.render(text, env);
}

/** Where a text leads as it is rendered: anchors with their prefix, articles as `article:NUMBER`. */
export interface MarkdownAddresses {
  links: string[];
  images: string[];
  /** Those of them that no text describes. */
  undescribed: string[];
  /** The ids of its headings. */
  anchors: string[];
}

export function readAddresses(text: string, labels: MarkdownLabels): MarkdownAddresses {
  const env: Environment = { links: { labels, articleUrl: (number) => `article:${number}` } };
  const tokens = markdown.parse(text, env);
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const valuesOf = (some: readonly Token[], type: string, name: string) =>
    some.flatMap((token) => (token.type === type ? [String(token.attrGet(name) ?? '')] : []));
  return {
    links: [...new Set(valuesOf(inline, 'link_open', 'href'))],
    images: [...new Set(valuesOf(inline, 'image', 'src'))],
    undescribed: [
      ...new Set(
        valuesOf(
          inline.filter(({ content }) => content.trim() === ''),
          'image',
          'src',
        ),
      ),
    ],
    anchors: valuesOf(tokens, 'heading_open', 'id'),
  };
}

function nameHeadings(tokens: readonly Token[]): void {
  const taken = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type === 'heading_close') return;
    const words = makeSlug(plainText(tokens[at + 1])) || 'part';
    let id = words;
    for (let copy = 2; taken.has(id); copy++) id = `${words}-${copy}`;
    taken.add(id);
    token.attrSet('id', HEADING_PREFIX + id);
  });
}

function plainText(inline: Token | undefined): string {
  const parts = inline?.children ?? [];
  return parts
    .map((part) => (part.type === 'text' || part.type === 'code_inline' ? part.content : ' '))
    .join('');
}

/** A link to an article that this reader may not open leaves its text only. Links do not nest in Markdown. */
function resolveLinks(tokens: readonly Token[], links: MarkdownLinks): Token[] {
  let dropped = false;
  return tokens.filter((token) => {
    if (token.type === 'image') sizeImage(token, links);
    if (token.type === 'link_open') dropped = !resolveLink(token, links);
    return !(dropped && (token.type === 'link_open' || token.type === 'link_close'));
  });
}

function resolveLink(token: Token, links: MarkdownLinks): boolean {
  const href = String(token.attrGet('href') ?? '');
  const article = ARTICLE.exec(href);
  if (article) {
    const number = Number(article[1]);
    const url = links.articleUrl(number);
    if (url === null) return false;
    token.attrSet('href', article[2] ? `${url}#${HEADING_PREFIX}${article[2]}` : url);
    token.attrSet('data-article', String(number));
  } else if (href.startsWith('#')) {
    token.attrSet('href', `#${HEADING_PREFIX}${href.slice(1)}`);
  } else if (/^https?:/i.test(href)) {
    token.attrSet('target', '_blank');
    token.attrSet('rel', 'noopener noreferrer');
  }
  return true;
}

/** With its size known beforehand, a picture that comes late moves nothing. */
function sizeImage(token: Token, links: MarkdownLinks): void {
  const size = links.fileSize?.(String(token.attrGet('src') ?? ''));
  const width = Number(token.attrGet('width') ?? size?.width ?? 0);
  if (width > 0) token.attrSet('width', String(width));
  if (size && size.width > 0) token.attrSet('height', String(Math.round((width * size.height) / size.width)));
  token.attrSet('loading', 'lazy');
}

function isVideo(token: Token): boolean {
  return VIDEO.test(String(token.attrGet('src') ?? ''));
}

function drawVideo(token: Token): string {
  const attributes = ['src', 'width', 'height'].flatMap((name) => {
    const value = token.attrGet(name);
    return value === null ? [] : [`${name}="${escape(String(value))}"`];
  });
  return `<video controls preload="metadata" ${attributes.join(' ')} aria-label="${escape(token.content)}"></video>`;
}

/** Markdown-it writes `style="text-align:…"`, which a strict CSP does not allow. */
function moveAlignment(token: Token): void {
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (!align) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrSet('data-align', align);
}

function escape(text: string): string {
  return markdown.utils.escapeHtml(text);
}
