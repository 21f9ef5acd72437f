import MarkdownIt, { type Token } from 'markdown-it';
import { extendMarkdown } from './extend-markdown';

const markdown = new MarkdownIt({ html: false, linkify: false });
extendMarkdown(markdown);
const BLOCK_ENDS = new Set([
  'paragraph_close',
  'heading_close',
  'list_item_close',
  'td_close',
  'th_close',
  'tr_close',
]);

/** What an article says, without its marks: one line per block. Code stays, addresses of links do not. */
export function markdownToPlain(text: string): string {
  return readMarkdown(text).plain;
}

/** The same, and its headings in order, as plain text. */
export function readMarkdown(text: string): { plain: string; headings: string[] } {
  const tokens = markdown.parse(text, {});
  const headings: string[] = [];
  let plain = '';
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'fence' || token.type === 'code_block') plain += `${token.content.trim()}\n`;
    else if (token.type === 'inline') {
      const line = inlineText(token);
      plain += line;
      if (tokens[at - 1]?.type === 'heading_open') headings.push(line.trim());
    } else if (BLOCK_ENDS.has(token.type) && !plain.endsWith('\n')) plain += '\n';
  }
  return { plain: plain.trim(), headings };
}

function inlineText(token: Token): string {
  return (token.children ?? [])
    .map((child) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') return ' ';
      return child.type === 'image'
        ? child.content
        : child.type === 'text' || child.type === 'code_inline'
          ? child.content
          : '';
    })
    .join('');
}
