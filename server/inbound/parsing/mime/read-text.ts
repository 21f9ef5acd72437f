import { MAX_TEXT, MAX_TEXT_BYTES } from '../bounds';
import { decodeText, nameCharset } from '../charsets/decode-text';
import { cleanText } from '../clean-line';
import { latin1 } from '../latin1';
import { decodeBody } from './decode-body';
import { fieldOf } from './read-fields';
import type { Part } from './walk-parts';

export interface PartText {
  text: string;
  charset: string;
  flaws: string[];
}

/** The text of a leaf: transfer encoding undone, charset mended, flowed lines joined. */
export function readText(part: Part, hint: string | null): PartText {
  const flaws: string[] = [];
  const encoding = fieldOf(part.fields, 'content-transfer-encoding');
  let bytes = decodeBody(part.body, encoding);
  if (bytes.length > MAX_TEXT_BYTES) {
    bytes = bytes.subarray(0, MAX_TEXT_BYTES);
    flaws.push('text cut');
  }
  const declared = part.type.parameters.get('charset')?.value || charsetOfMarkup(part, bytes);
  const decoded = decodeText(bytes, declared, hint);
  if (decoded.guessed) flaws.push('charset guessed');
  let text = cleanText(decoded.text);
  if (/^flowed$/i.test(part.type.parameters.get('format')?.value ?? '')) {
    text = joinFlowed(text, /^yes$/i.test(part.type.parameters.get('delsp')?.value ?? ''));
  }
  if (text.length > MAX_TEXT && part.type.value !== 'text/html') {
    text = text.slice(0, MAX_TEXT);
    flaws.push('text cut');
  }
  return { text, charset: decoded.charset, flaws };
}

/** Where the header says nothing, the page itself may. */
function charsetOfMarkup(part: Part, bytes: Uint8Array): string | null {
  if (part.type.value !== 'text/html') return null;
  const head = latin1(bytes, 0, 4_096);
  const charset = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1] ?? null;
  return charset && nameCharset(charset.toLowerCase())?.startsWith('utf-16') ? null : charset;
}

/** RFC 3676: a line that ends with a space goes on, within the same depth of quotes. */
function joinFlowed(text: string, deleteSpace: boolean): string {
  const joined: string[] = [];
  let open: { depth: number; parts: string[] } | null = null;
  const close = (): void => {
    if (open) joined.push(`${'>'.repeat(open.depth)}${open.depth > 0 ? ' ' : ''}${open.parts.join('')}`);
    open = null;
  };
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    const goesOn = content.endsWith(' ') && content !== '-- ';
    if (open && (open as { depth: number }).depth !== depth) close();
    open ??= { depth, parts: [] };
    open.parts.push(goesOn && deleteSpace ? content.slice(0, -1) : content);
    if (!goesOn) close();
  }
  close();
  return joined.join('\n');
}
