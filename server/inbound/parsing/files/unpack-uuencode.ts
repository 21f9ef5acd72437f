/** A file that stands in the text, in the way of before MIME. */
export interface Unpacked {
  name: string;
  bytes: Uint8Array;
  /** Where it stood in the text. */
  from: number;
  to: number;
}

const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (\S[^\r\n]*)\r?\n/gm;
const MOST = 50;

/** Files between `begin 644 name` and `end`. */
export function findUuencoded(text: string): Unpacked[] {
  const found: Unpacked[] = [];
  let tried = 0;
  for (const begin of text.matchAll(BEGIN)) {
    const from = begin.index;
    if (tried++ >= MOST) break;
    if (from < (found.at(-1)?.to ?? 0)) continue;
    const start = from + begin[0].length;
    const base64 = begin[0].startsWith('begin-');
    const end = (base64 ? /^====[ \t]*\r?$/m : /^(?:`|[ \t]*)?\r?\n?end[ \t]*\r?$/m).exec(text.slice(start));
    if (!end) break;
    const inner = text.slice(start, start + end.index);
    const bytes = base64 ? Buffer.from(inner, 'base64') : decodeLines(inner.split(/\r\n|\n|\r/));
    if (bytes)
      found.push({ name: (begin[1] ?? '').trim(), bytes, from, to: start + end.index + end[0].length });
  }
  return found;
}

function decodeLines(lines: readonly string[]): Uint8Array | null {
  const out: number[] = [];
  for (const line of lines) {
    if (line === '' || line === '`') continue;
    const length = (line.charCodeAt(0) - 32) & 63;
    const groups = Math.ceil(length / 3);
    // Spaces at the end get lost on the way; letters that do not belong say that this is just a text.
    if (line.length > groups * 4 + 2 || /[^\x20-\x60]/.test(line)) return null;
    const end = out.length + length;
    for (let at = 1; at <= groups * 4; at += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((offset) => ((line.charCodeAt(at + offset) || 32) - 32) & 63);
      const bits = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
      out.push((bits >> 16) & 255, (bits >> 8) & 255, bits & 255);
    }
    out.length = end;
  }
  return Uint8Array.from(out);
}

const YBEGIN = /^=ybegin [^\r\n]*name=([^\r\n]+)\r?\n(?:=ypart [^\r\n]*\r?\n)?/m;

/** One file in yEnc. @param text each byte a character */
export function findYencoded(text: string): Unpacked | null {
  const begin = YBEGIN.exec(text);
  if (!begin) return null;
  const start = begin.index + begin[0].length;
  const end = /^=yend[^\r\n]*/m.exec(text.slice(start));
  if (!end) return null;
  const coded = text.slice(start, start + end.index).replace(/[\r\n]+/g, '');
  const bytes: number[] = [];
  for (let at = 0; at < coded.length; at++) {
    const escaped = coded[at] === '=';
    if (escaped) at++;
    bytes.push((coded.charCodeAt(at) - 42 - (escaped ? 64 : 0)) & 255);
  }
  const to = start + end.index + end[0].length;
  return { name: (begin[1] ?? '').trim(), bytes: Uint8Array.from(bytes), from: begin.index, to };
}
