/** An article's Markdown as it is indexed: what a reader sees, without markup. Headings stand in `plain`, too. */
export type PlainArticle = { readonly plain: string; readonly headings: string[] };

const FENCE = /^ {0,3}(```+|~~~+)/;
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const TABLE_RULE = /^ {0,3}\|?(?: *:?-+:? *\|)+ *:?-* *:? *$/;
const SETEXT = /^ {0,3}(=+|-+) *$/;
const HEADING = /^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const LINK_TARGET = /^ {0,3}\[[^\]]+\]:\s*\S+.*$/;
const LINE_START = /^\s*(?:>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)+/;

/**
 * Reduces Markdown to plain text and a list of headings: one line per block line, blank lines dropped. Code keeps its
 * text, links and images their wording, raw HTML its content.
 */
export function markdownToPlain(markdown: string): PlainArticle {
  const lines: string[] = [];
  const headings: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      else lines.push(line.trim());
    } else if (mark !== undefined) fence = mark;
    else if (SETEXT.test(line) && (lines.at(-1) ?? '') !== '') headings.push(lines.at(-1) ?? '');
    else if (!RULE.test(line) && !TABLE_RULE.test(line) && !LINK_TARGET.test(line))
      readLine(line, lines, headings);
  }
  return { plain: lines.filter((line) => line !== '').join('\n'), headings };
}

function readLine(line: string, lines: string[], headings: string[]): void {
  const heading = HEADING.exec(line);
  const text = stripInline(heading === null ? line.replace(LINE_START, '') : (heading[1] ?? ''));
  lines.push(text);
  if (heading !== null && text !== '') headings.push(text);
}

function stripInline(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^\][]+)\]\[[^\][]*\]/g, '$1')
    .replace(/<(https?:[^>\s]+|mailto:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>|<!--.*?-->/g, '')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^\||\|$/g, '')
    .replaceAll(/\s*(?<!\\)\|\s*/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~"'$%&,/:;=?@^])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|laquo|raquo|mdash|ndash);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
};
