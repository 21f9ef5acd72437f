import { htmlToMarkdown } from '@beseda/shared/domain/html/html-to-markdown';
import {
  findElement,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textOf,
} from '@beseda/shared/domain/html/html-tree';
import { parseHtmlPage } from './html/parse-html';
import { type ArticleFile, type ParsedFile, parseArticleFile } from './parse-article-file';

/** What a page says about itself in its head, by the keys of a front matter. */
const META: Readonly<Record<string, string>> = {
  keywords: 'keywords',
  author: 'author',
  'article:section': 'section',
  'article:published_time': 'posted',
  'article:modified_time': 'updated',
};

/**
 * Reads an HTML page as the Markdown file that it would be: title and `meta` make its front matter (also `beseda:KEY`, of
 * any key), `main`, `article` or else the whole body its text, without a first heading that repeats the title.
 */
export function parseHtmlFile({ file, bytes, modified }: ArticleFile): ParsedFile {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.includes('\ufffd')) return { problems: [{ file, line: 1, reason: 'not UTF-8' }] };
  const page = parseHtmlPage(text.replaceAll('\0', ''));
  const body = findElement(page, 'main') ?? findElement(page, 'article') ?? findElement(page, 'body');
  const heading = findElement(body ? [body] : [], 'h1');
  const title = clean(heading ? textOf(heading) : textOf(findElement(page, 'title') ?? ''));
  const nodes = heading && body ? without(body.children, heading) : (body?.children ?? []);
  const front = { title, ...readMeta(page) };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const markdown = `---\n${lines.join('')}---\n\n${htmlToMarkdown(nodes)}\n`;
  const parsed = parseArticleFile({ file, bytes: new TextEncoder().encode(markdown), modified });
  if ('draft' in parsed) return parsed;
  return { problems: parsed.problems.map((problem) => ({ ...problem, line: 1 })) };
}

function readMeta(page: readonly HtmlNode[]): Record<string, string> {
  const given: Record<string, string> = {};
  const head = findElement(page, 'head');
  const language = /^[a-z]{2}/i.exec(findElement(page, 'html')?.attributes.lang ?? '')?.[0]?.toLowerCase();
  if (language === 'ru' || language === 'en') given.locale = language;
  for (const meta of head?.children.filter((node) => isElement(node, 'meta')) ?? []) {
    const name = (meta.attributes.name ?? meta.attributes.property ?? '').toLowerCase();
    const key = name.startsWith('beseda:') ? name.slice('beseda:'.length) : META[name];
    const value = clean(meta.attributes.content ?? '');
    if (key && value !== '') given[key] = /^(?:posted|updated)$/.test(key) ? value.slice(0, 10) : value;
  }
  return given;
}

function without(nodes: readonly HtmlNode[], gone: HtmlElement): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node === gone) return [];
    return typeof node === 'string' ? [node] : [{ ...node, children: without(node.children, gone) }];
  });
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
