import { htmlToMarkdown } from '@beseda/shared/domain/html/html-to-markdown';
import type { HtmlNode } from '@beseda/shared/domain/html/html-tree';
import { parseHtml } from '../articles/html/parse-html';
import type { ForeignArticle, ImportNote } from './foreign-base';
import { pathOf } from './read-json';

/** What the texts of a base refer to: its own articles by their paths, and images that came along. */
export interface ForeignLinks {
  articleAt(path: string): number | undefined;
  /** The address here of an image that came along. */
  imageAt(src: string): string | undefined;
}

/** Without it, links to a page inside the help centre could not be told from others. */
const ARTICLE_PATH = /\/(?:articles?)\/(\d+)/;

/** The text as Markdown of ours; what could not stay is noted, once of each kind. */
export function convertForeign(
  { html, id, file }: Pick<ForeignArticle, 'html' | 'id' | 'file'>,
  links: ForeignLinks,
): { body: string; notes: ImportNote[]; images: number } {
  const lost = new Map<string, number>();
  const count = (what: string) => lost.set(what, 1 + (lost.get(what) ?? 0));
  const images = new Set<string>();
  const body = htmlToMarkdown(parse(html), {
    link(href) {
      const number = findArticle(href, links);
      if (number !== undefined) return `article:${number}`;
      if (ARTICLE_PATH.test(href) && !/^[a-z]+:/i.test(href))
        count('a link to an article that is not in these files');
      return /^[/.]/.test(href) && !href.startsWith('//') ? null : href;
    },
    image(src) {
      const here = links.imageAt(src);
      if (here !== undefined) images.add(here);
      if (here !== undefined) return here;
      if (!/^https?:/i.test(src)) return null;
      count('an image that stays at its old address');
      return src;
    },
    dropped: (what) => count(what === 'hidden' ? 'a hidden part, left out' : `<${what}>, left out`),
  });
  const notes = [...lost].map(([what, times]) => ({
    file,
    id,
    reason: times === 1 ? what : `${what} (${times} times)`,
  }));
  return { body: body.trim(), notes, images: images.size };
}

function parse(html: string): HtmlNode[] {
  return parseHtml(html.replaceAll('\0', ''));
}

/** By the whole path, or by the number in it alone: what follows the number is for people. */
function findArticle(href: string, { articleAt }: ForeignLinks): number | undefined {
  if (/^(?:mailto|tel):/i.test(href)) return undefined;
  const path = pathOf(href);
  if (path === null) return undefined;
  const bare = /^.*\/articles?\/\d+/.exec(path)?.[0];
  return articleAt(path) ?? (bare === undefined ? undefined : articleAt(bare));
}
