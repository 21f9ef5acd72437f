import type { Line } from './line';
import { CLIENT_LINES, CLOSINGS, CONTACT } from './signature-words';

const LONGEST_SIGNATURE = 30;
const LONGEST_CLOSING = 14;
const LONGEST_LINE = 160;

/**
 * The first line of the signature that ends these lines; their number where there is none. `sender` is the name in From.
 * A signature never takes the whole text.
 */
export function findSignature(lines: readonly Line[], sender: string): number {
  let end = trimEnd(lines, lines.length);
  for (let round = 0; round < 4; round++) {
    const start = findOne(lines, end, sender);
    const kept = trimEnd(lines, start);
    if (start >= end || kept === 0) break;
    end = kept;
  }
  return end;
}

function findOne(lines: readonly Line[], end: number, sender: string): number {
  const last = lines[end - 1];
  if (!last) return end;
  if (last.mark === 'signature') return firstOfMark(lines, end);
  const delimiter = findDelimiter(lines, end);
  if (delimiter < end) return delimiter;
  if (isClientLine(last.text)) return end - 1;
  return Math.min(findClosing(lines, end), findContacts(lines, end, sender), findDashedName(lines, end));
}

function firstOfMark(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1]?.mark === 'signature' || lines[at - 1]?.text.trim() === '')) at--;
  return at;
}

function isClientLine(text: string): boolean {
  const line = text.trim();
  return line.length <= LONGEST_LINE && CLIENT_LINES.some((pattern) => pattern.test(line));
}

/** `-- ` as in Usenet, or a rule of underscores, with little below. */
function findDelimiter(lines: readonly Line[], end: number): number {
  for (let at = Math.max(0, end - LONGEST_SIGNATURE); at < end; at++) {
    const line = lines[at];
    if (!line || line.mark !== 'own') continue;
    const text = line.text.trim();
    if (/^(?:--|—|––|-- ?–)$/.test(text)) return at;
    if (/^(?:_{5,}|-{5,}|\*{5,}|={5,})$/.test(text) && isContactBlock(lines.slice(at + 1, end))) return at;
  }
  return end;
}

function findClosing(lines: readonly Line[], end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_CLOSING); at--) {
    const line = lines[at];
    if (!line || line.mark === 'quote') break;
    const text = line.text.trim();
    if (text.length > LONGEST_LINE) break;
    if (!CLOSINGS.test(text)) continue;
    const closing = CLOSINGS.exec(text)?.[0] ?? '';
    // «Best» and «Regards» begin sentences too: what follows on their line is a name, or nothing.
    const rest = text.slice(closing.length).replace(/^[\s,.!;—–-]+/, '');
    if (rest === '' || (rest.split(/\s+/).length <= 5 && /^[\p{Lu}«"(]/u.test(rest))) return at;
  }
  return end;
}

/** The last paragraph when it starts with the sender's name and gives ways to reach them. */
function findContacts(lines: readonly Line[], end: number, sender: string): number {
  let start = end;
  while (start > 0 && lines[start - 1]?.text.trim() !== '') start--;
  if (start === 0 || end - start > LONGEST_CLOSING) return end;
  const block = lines.slice(start, end);
  const first = block[0]?.text.trim().toLowerCase() ?? '';
  const words = sender
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word.length > 1);
  const named = words.length > 0 && words.every((word) => first.includes(word)) && first.length < 80;
  return named && block.length > 1 && isContactBlock(block) ? start : end;
}

/** `-Name Surname` alone at the end. */
function findDashedName(lines: readonly Line[], end: number): number {
  const text = lines[end - 1]?.text ?? '';
  const alone = end > 1 && lines[end - 2]?.text.trim() === '';
  return alone && /^[-–—~]\s?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(text) ? end - 1 : end;
}

function isContactBlock(lines: readonly Line[]): boolean {
  const full = lines.filter(({ text }) => text.trim() !== '');
  if (full.length === 0 || full.length > LONGEST_SIGNATURE) return false;
  const short = full.filter(({ text }) => text.length <= 100).length;
  return short >= full.length * 0.8 && full.some(({ text }) => CONTACT.test(text.slice(0, 300)));
}

function trimEnd(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && lines[at - 1]?.text.trim() === '') at--;
  return at;
}
