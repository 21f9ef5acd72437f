import { makeSlug } from '@beseda/shared/domain/make-slug';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { ArticleDraft, FileProblem } from './article-file';
import { readFrontMatter } from './read-front-matter';

/** A file's path in its folder (with `/`), its bytes and the date of its last change (`YYYY-MM-DD`). */
export interface ArticleFile {
  file: string;
  bytes: Uint8Array;
  modified: string;
}

export type ParsedFile = { draft: ArticleDraft } | { problems: FileProblem[] };

export const NO_SECTION: Readonly<Record<Locale, string>> = { ru: 'Без раздела', en: 'No section' };
const FENCE = /^---[ \t]*$/;

/** Reads one Markdown file with YAML front matter; names all that is wrong with it. CRLF and lone CR become LF. */
export function parseArticleFile({ file, bytes, modified }: ArticleFile): ParsedFile {
  const problem = (line: number, reason: string) => ({ problems: [{ file, line, reason }] });
  const raw = decode(bytes);
  if (raw === null) return problem(findBadLine(bytes), 'not UTF-8');
  const text = raw.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) return problem(countLines(text.slice(0, nul)), 'a NUL character');

  const rows = text.split('\n');
  if (!FENCE.test(rows[0] ?? '')) return problem(1, 'no front matter: the first line must be ---');
  const end = rows.findIndex((row, at) => at > 0 && FENCE.test(row));
  if (end < 0) return problem(1, 'the front matter has no closing line ---');

  const { fields, lines, problems } = readFrontMatter(rows.slice(1, end).join('\n'), 2);
  const body = trimBody(rows.slice(end + 1).join('\n'));
  const found = problems.map((one) => ({ file, ...one }));
  if (body === '' && fields.state === undefined) {
    found.push({ file, line: end + 1, reason: 'the text of the article is missing' });
  }
  if (found.length > 0) return { problems: found };

  const { title = '' } = fields;
  const locale = fields.locale ?? guessLocale(file, `${title}\n${body}`);
  return {
    draft: {
      file,
      lines,
      given: fields,
      locale,
      slug: fields.slug ?? (makeSlug(title) || 'article'),
      title,
      section: fields.section ?? NO_SECTION[locale],
      body,
      modified,
    },
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No character of UTF-8 contains the byte of a line's end, so lines can be tried one by one. */
function findBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    if (decode(bytes.subarray(from, to)) === null) return line;
    from = to + 1;
  }
  return line;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

/** Without blank lines before and blanks after: they mean nothing, and an export adds its own. */
export function trimBody(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** By `….en.md`, else the nearest folder `ru` or `en`, else the script that most letters are of. */
function guessLocale(file: string, text: string): Locale {
  const parts = file.toLowerCase().split('/');
  const ending = /\.([a-z]{2})\.[a-z]+$/.exec(parts.at(-1) ?? '')?.[1];
  for (const word of [ending, ...parts.slice(0, -1).reverse()]) {
    const locale = LOCALES.find((one) => one === word);
    if (locale) return locale;
  }
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic >= latin ? 'ru' : 'en';
}
