import { MAX_HTML, MAX_TEXT } from './bounds';
import { findUuencoded, findYencoded, type Unpacked } from './files/unpack-uuencode';
import { type Folded, foldLines } from './folding/fold-lines';
import { splitLines } from './folding/line';
import { limitDepth } from './html/limit-depth';
import { readHtml } from './html/read-html';
import { sanitiseHtml } from './html/sanitise-html';
import type { Bodies } from './mime/pick-bodies';
import { type PartText, readText } from './mime/read-text';
import type { Part } from './mime/walk-parts';

export interface CollectedText extends Folded {
  html: string | null;
  /** Files that stood within the text. */
  unpacked: Unpacked[];
  /** A charset that the mail is in, for headers that state none. */
  hint: string | null;
  flaws: string[];
}

/** Plain text this much shorter than the HTML says only «your client shows no HTML». */
const POOR_SHARE = 0.05;
const POOR_LENGTH = 400;

/** The mail's text and HTML, with what is the sender's own told from the rest. */
export function collectText(bodies: Bodies, sender: string): CollectedText {
  const read = readAll([...bodies.text, ...bodies.html]);
  const flaws = [...read.texts.values()].flatMap((part) => part.flaws);
  const unpacked: Unpacked[] = [];
  const plainParts = bodies.text.filter((part) => part.type.value !== 'text/html');
  const plain = bodies.text
    .map((part) => {
      const text = read.texts.get(part)?.text ?? '';
      return part.type.value === 'text/html' ? '' : unpack(text, unpacked);
    })
    .filter(Boolean)
    .join('\n');
  const markup = assembleHtml(bodies, read.texts);
  const byText = plainParts.length > 0 ? foldLines(splitLines(plain.slice(0, MAX_TEXT)), sender) : null;
  const byHtml = markup === null ? null : foldLines(readHtml(markup), sender);
  const folded = chooseFolded(byText, byHtml, bodies) ?? { text: '', folded: '', hasQuote: false };
  const html = markup === null ? null : sanitiseHtml(markup);
  const shown = html !== null && (byHtml?.text !== '' || /<img\b/i.test(html)) ? html : null;
  return { ...folded, html: shown, unpacked, hint: read.hint, flaws };
}

/** The first charset beyond ASCII and UTF-8 serves those that state none. */
function readAll(parts: readonly Part[]): { texts: Map<Part, PartText>; hint: string | null } {
  const texts = new Map<Part, PartText>();
  let hint: string | null = null;
  for (const part of parts) {
    if (texts.has(part)) continue;
    const text = readText(part, hint);
    texts.set(part, text);
    if (hint === null && !/^(?:utf-|windows-1252)/.test(text.charset)) hint = text.charset;
  }
  return { texts, hint };
}

function unpack(text: string, into: Unpacked[]): string {
  const found = findUuencoded(text);
  const yenc = found.length === 0 ? findYencoded(text) : null;
  const files = yenc ? [yenc] : found;
  into.push(...files);
  return files.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}

/** All of the HTML in one; plain parts among it as they are. null where no part is HTML. */
function assembleHtml(bodies: Bodies, texts: ReadonlyMap<Part, PartText>): string | null {
  const parts = [
    ...bodies.html,
    ...bodies.text.filter((part) => part.type.value === 'text/html' && !bodies.html.includes(part)),
  ];
  if (!parts.some((part) => part.type.value === 'text/html')) return null;
  const joined = parts
    .map((part) => {
      const text = texts.get(part)?.text ?? '';
      return part.type.value === 'text/html' ? text : `<p>${escapeText(text)}</p>`;
    })
    .join('\n');
  return limitDepth(joined.slice(0, MAX_HTML));
}

function escapeText(text: string): string {
  return text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\n/g, '<br>');
}

function chooseFolded(byText: Folded | null, byHtml: Folded | null, bodies: Bodies): Folded | null {
  if (!byText || !byHtml) return byText ?? byHtml;
  // Plain parts among HTML ones are in the HTML as well.
  if (bodies.text.some((part) => part.type.value === 'text/html')) return byHtml;
  const plain = byText.text.length + byText.folded.length;
  const marked = byHtml.text.length + byHtml.folded.length;
  const poor = plain === 0 || (plain < marked * POOR_SHARE && marked > POOR_LENGTH);
  return poor || (byHtml.hasQuote && !byText.hasQuote && startsAlike(byText, byHtml)) ? byHtml : byText;
}

/** Both versions say the same; some senders put a text of another content beside the HTML. */
function startsAlike(plain: Folded, marked: Folded): boolean {
  const squeeze = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 40);
  const start = squeeze(marked.text);
  return squeeze(plain.text).startsWith(start.slice(0, 20)) || squeeze(plain.text).startsWith(start);
}
