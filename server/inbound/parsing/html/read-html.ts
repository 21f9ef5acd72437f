import { Parser } from 'htmlparser2';
import { MAX_TEXT } from '../bounds';
import type { Line } from '../folding/line';
import { isSignature, quoteOf } from './find-quotes';

/** Ends a line before and after it. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Leaves a blank line around it. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre'.split(' '));
const SILENT = new Set(
  'head style script title noscript template svg math object iframe select textarea'.split(' '),
);
const MAX_LEVELS = 2_000;
const LONGEST_LINE = 2_000;

interface Level {
  readonly name: string;
  readonly mark: Line['mark'];
  readonly silent: boolean;
  readonly pre: boolean;
  readonly href: string | null;
  readonly textAt: number;
  item: number;
}

/** The lines of an HTML part: paragraphs, lists, tables and links as they read, quotes marked by how clients write them. */
export function readHtml(html: string): Line[] {
  const reader = new Reader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.openTag(name, attributes),
      ontext: (text) => reader.addText(text),
      onclosetag: (name) => reader.closeTag(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return reader.finish();
}

class Reader {
  private readonly lines: Line[] = [];
  private readonly levels: Level[] = [];
  private line = '';
  private length = 0;
  private depth = 0;
  /** What follows is history to the end: some clients mark only where it starts. */
  private rest = false;
  private blank = false;
  /** The line is empty or ends with a space. */
  private spaced = true;

  openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.levels.length >= MAX_LEVELS || this.length > MAX_TEXT) return;
    const above = this.levels.at(-1);
    const silent = above?.silent === true || SILENT.has(name) || isHidden(attributes);
    if (name === 'br' && !silent) this.breakLine();
    if (BLOCKS.has(name)) this.endLine(PARAGRAPHS.has(name));
    const quote = quoteOf(name, attributes);
    if (quote === 'rest') this.rest = true;
    const mark = markOf(quote, above?.mark ?? 'own', isSignature(name, attributes));
    if (name === 'blockquote') this.depth++;
    this.levels.push({
      name,
      mark,
      silent,
      pre: above?.pre === true || name === 'pre' || /white-space:\s*pre/i.test(attributes.style ?? ''),
      href: name === 'a' ? (attributes.href ?? null) : null,
      textAt: this.line.length,
      item: name === 'ol' ? 1 : 0,
    });
    if (name === 'li' && !silent) this.append(this.bulletOf());
    if ((name === 'td' || name === 'th') && !silent && this.line.trim() !== '') this.append('\t');
  }

  addText(text: string): void {
    const level = this.levels.at(-1);
    if (level?.silent || this.length > MAX_TEXT) return;
    this.length += text.length;
    if (level?.pre) {
      const [first = '', ...more] = text.replace(/\r\n?/g, '\n').split('\n');
      this.append(first);
      for (const next of more) {
        this.breakLine();
        this.append(next);
      }
      return;
    }
    const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.append(this.spaced ? flat.replace(/^ /, '') : flat);
  }

  closeTag(name: string): void {
    const at = this.levels.findLastIndex((level) => level.name === name);
    if (at < 0) return;
    for (const level of this.levels.slice(at).reverse()) {
      this.addAddress(level);
      if (BLOCKS.has(level.name)) this.endLine(PARAGRAPHS.has(level.name));
      if (level.name === 'blockquote') this.depth--;
      this.levels.pop();
    }
  }

  finish(): Line[] {
    this.endLine(false);
    return this.lines;
  }

  /** Where a link leads, unless its text says so. */
  private addAddress({ href, textAt, silent }: Level): void {
    if (!href || silent || !/^(?:https?|tel):/i.test(href) || href.length > 2_000) return;
    const text = this.line.slice(textAt).trim();
    const plain = (address: string): string =>
      address
        .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
        .replace(/^tel:|\/$/gi, '')
        .toLowerCase();
    if (text === '' || plain(href) === plain(text)) return;
    this.line = `${this.line.trimEnd()} (${href})`;
    this.spaced = false;
  }

  private bulletOf(): string {
    const list = this.levels.findLast(({ name }) => name === 'ul' || name === 'ol');
    const lists = this.levels.filter(({ name }) => name === 'ul' || name === 'ol').length;
    const indent = '  '.repeat(Math.min(Math.max(0, lists - 1), 8));
    return list?.name === 'ol' ? `${indent}${list.item++}. ` : `${indent}• `;
  }

  private append(text: string): void {
    if (text === '') return;
    // A line is looked at as often as it grows: one without an end would cost the square of its length.
    if (this.line.length > LONGEST_LINE) this.breakLine();
    this.line += text;
    this.spaced = text.endsWith(' ') || text.endsWith('\t');
  }

  private breakLine(): void {
    this.push(this.line);
    this.line = '';
    this.spaced = true;
  }

  private endLine(paragraph: boolean): void {
    if (this.line.trim() !== '') this.breakLine();
    else {
      this.line = '';
      this.spaced = true;
    }
    if (paragraph) this.blank = true;
  }

  private push(line: string): void {
    const text = line.replaceAll('\u00a0', ' ').trimEnd();
    const above = this.lines.at(-1);
    if (this.blank && text !== '' && above && above.text.replace(/[> ]/g, '') !== '') {
      const same = above.mark === this.markHere();
      this.lines.push({ text: same ? this.quoteMarks().trimEnd() : '', mark: same ? above.mark : 'own' });
    }
    if (text !== '') this.blank = false;
    this.lines.push({ text: `${this.quoteMarks()}${text}`, mark: this.markHere() });
  }

  private quoteMarks(): string {
    return this.depth > 0 && this.markHere() !== 'own' ? '> '.repeat(Math.min(this.depth, 10)) : '';
  }

  private markHere(): Line['mark'] {
    return this.rest ? 'quote' : (this.levels.at(-1)?.mark ?? 'own');
  }
}

function markOf(quote: ReturnType<typeof quoteOf>, above: Line['mark'], signature: boolean): Line['mark'] {
  if (above === 'quote' || quote === 'sure') return 'quote';
  if (above === 'cite' || quote === 'maybe') return 'cite';
  return signature ? 'signature' : above;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.hidden !== undefined || /display:\s*none|mso-hide:\s*all/i.test(attributes.style ?? '');
}
