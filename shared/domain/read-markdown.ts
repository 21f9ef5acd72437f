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
  let plain = '';
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'fence' || token.type === 'code_block') plain += `${token.content.trim()}\n`;
    else if (token.type === 'inline') plain += inlineText(token);
    else if (BLOCK_ENDS.has(token.type) && !plain.endsWith('\n')) plain += '\n';
  }
  return plain.trim();
}

/** The headings of an article, in order, as plain text. */
export function markdownHeadings(text: string): string[] {
  const tokens = markdown.parse(text, {});
  return tokens.flatMap((token, at) => {
    const inline = tokens[at + 1];
    return token.type === 'heading_open' && inline ? [inlineText(inline).trim()] : [];
  });
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
