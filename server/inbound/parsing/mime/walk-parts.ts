import { MAX_DEPTH, MAX_HEADER_BYTES, MAX_PARTS } from '../bounds';
import { asBuffer, latin1 } from '../latin1';
import { fieldOf, type RawField, readFields } from './read-fields';
import { readStructured, type Structured } from './read-parameters';

/** A node of the mail. `body` is the bytes as they came; a multipart has `children` instead. */
export interface Part {
  readonly fields: readonly RawField[];
  readonly type: Structured;
  readonly disposition: Structured;
  readonly children: Part[];
  body: Uint8Array;
}

interface Open {
  readonly part: Part;
  readonly bodyAt: number;
  readonly boundary: string;
  started: boolean;
}

const LINE_FEED = 10;
const LONGEST_BOUNDARY = 512;

/** Takes a mail apart in one pass over its bytes. @returns the root, and what was cut */
export function walkParts(raw: Uint8Array): { root: Part; flaws: string[] } {
  const walk = new Walk(raw);
  return { root: walk.run(), flaws: walk.flaws };
}

class Walk {
  readonly flaws: string[] = [];
  private readonly bytes: Buffer;
  private readonly open: Open[] = [];
  private leaf: { part: Part; bodyAt: number } | null = null;
  private parts = 0;

  constructor(raw: Uint8Array) {
    this.bytes = asBuffer(raw);
  }

  run(): Part {
    const { part: root, next } = this.enter(skipLead(this.bytes), null);
    let at = next;
    while (this.open.length > 0 && at < this.bytes.length) {
      at = this.findMark(at);
      if (at < 0) break;
      at = this.readLine(at);
    }
    this.closeLeaf(this.bytes.length);
    for (const open of this.open.splice(0)) this.closeOpen(open, this.bytes.length);
    return root;
  }

  /** The next line that starts with `--`. */
  private findMark(from: number): number {
    if (this.startsMark(from) && (from === 0 || this.bytes[from - 1] === LINE_FEED)) return from;
    const found = this.bytes.indexOf('\n--', Math.max(0, from - 1), 'latin1');
    return found < 0 ? -1 : found + 1;
  }

  private startsMark(at: number): boolean {
    return this.bytes[at] === 45 && this.bytes[at + 1] === 45;
  }

  private readLine(at: number): number {
    const feed = this.bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? this.bytes.length : feed;
    const after = feed < 0 ? end : feed + 1;
    if (end - at > LONGEST_BOUNDARY) return after;
    const line = latin1(this.bytes, at + 2, end).trimEnd();
    for (let level = this.open.length - 1; level >= 0; level--) {
      const open = this.open[level];
      if (!open || !line.startsWith(open.boundary)) continue;
      const rest = line.slice(open.boundary.length);
      if (rest !== '' && rest !== '--') continue;
      this.closeLeaf(at);
      for (const inner of this.open.splice(level + 1)) this.closeOpen(inner, at);
      if (!open.started) this.keepPreamble(open, at);
      open.started = true;
      if (rest === '--') {
        this.open.pop();
        return after;
      }
      return this.enterChild(open, after);
    }
    return after;
  }

  private enterChild(open: Open, at: number): number {
    if (this.parts >= MAX_PARTS) {
      this.note('too many parts');
      this.open.length = 0;
      return this.bytes.length;
    }
    return this.enter(at, open).next;
  }

  /** Reads the header at `at`, and starts the part that follows. */
  private enter(at: number, parent: Open | null): { part: Part; next: number } {
    const { headerEnd, bodyAt } = this.findBody(at, parent);
    if (headerEnd - at > MAX_HEADER_BYTES) this.note('header cut');
    const fields = readFields(this.bytes.subarray(at, Math.min(headerEnd, at + MAX_HEADER_BYTES)));
    const stated = readStructured(fieldOf(fields, 'content-type'));
    // Within a digest, what states no type is a mail.
    const byDefault = parent?.part.type.value === 'multipart/digest' ? 'message/rfc822' : '';
    const type = stated.value ? stated : { ...stated, value: byDefault };
    const disposition = readStructured(fieldOf(fields, 'content-disposition'));
    const part: Part = { fields, type, disposition, children: [], body: new Uint8Array() };
    this.parts++;
    parent?.part.children.push(part);
    const boundary = type.value.startsWith('multipart/')
      ? (type.parameters.get('boundary')?.value ?? '')
      : '';
    if (boundary === '' || this.open.length >= MAX_DEPTH) {
      if (boundary !== '') this.note('too deep');
      this.leaf = { part, bodyAt };
    } else {
      this.open.push({ part, bodyAt, boundary: boundary.trimEnd(), started: false });
    }
    return { part, next: bodyAt };
  }

  /** The end of the header that starts at `at`: a blank line, or a boundary where it was left out. */
  private findBody(at: number, parent: Open | null): { headerEnd: number; bodyAt: number } {
    let line = at;
    while (line < this.bytes.length) {
      const feed = this.bytes.indexOf(LINE_FEED, line);
      const end = feed < 0 ? this.bytes.length : feed;
      const after = feed < 0 ? end : feed + 1;
      const blank = end === line || (end === line + 1 && this.bytes[line] === 13);
      if (blank) return { headerEnd: line, bodyAt: after };
      if (this.startsMark(line) && this.isBoundary(line, end)) return { headerEnd: line, bodyAt: line };
      // A mail that starts with its text has no header at all.
      if (line === at && !parent && !looksLikeField(latin1(this.bytes, line, Math.min(end, line + 200)))) {
        this.note('no header');
        return { headerEnd: line, bodyAt: line };
      }
      line = after;
    }
    return { headerEnd: this.bytes.length, bodyAt: this.bytes.length };
  }

  private isBoundary(line: number, end: number): boolean {
    const text = latin1(this.bytes, line + 2, Math.min(end, line + LONGEST_BOUNDARY)).trimEnd();
    return this.open.some(({ boundary }) => text === boundary || text === `${boundary}--`);
  }

  /** A part with two types and a text before its first boundary is both: some clients leave out the boundary between. */
  private keepPreamble({ part, bodyAt }: Open, at: number): void {
    const types = part.fields.filter(({ name }) => name === 'content-type');
    const last = types.at(-1);
    if (types.length < 2 || !last || at <= bodyAt) return;
    const fields = part.fields.filter((field) => field.name !== 'content-type' || field === last);
    const text: Part = {
      fields,
      type: readStructured(last.value),
      disposition: part.disposition,
      children: [],
      body: this.cut(bodyAt, at),
    };
    if (!text.type.value.startsWith('multipart/')) part.children.push(text);
  }

  private closeLeaf(end: number): void {
    if (this.leaf) this.leaf.part.body = this.cut(this.leaf.bodyAt, end);
    this.leaf = null;
  }

  /** A multipart whose boundary never came is read as one text. */
  private closeOpen({ part, bodyAt, started }: Open, end: number): void {
    if (started) return;
    this.note('boundary missing');
    part.body = this.cut(bodyAt, end);
  }

  /** Without the line break before a boundary, which belongs to it. */
  private cut(from: number, to: number): Uint8Array {
    let end = Math.max(from, to);
    if (end < this.bytes.length || this.startsMark(to)) {
      if (end > from && this.bytes[end - 1] === LINE_FEED) end--;
      if (end > from && this.bytes[end - 1] === 13) end--;
    }
    return this.bytes.subarray(from, end);
  }

  private note(flaw: string): void {
    if (!this.flaws.includes(flaw)) this.flaws.push(flaw);
  }
}

/** A byte order mark, blank lines and the `From ` line of a mailbox file do not belong to the mail. */
function skipLead(bytes: Buffer): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 13 || bytes[at] === LINE_FEED) at++;
  if (latin1(bytes, at, at + 5) === 'From ' || latin1(bytes, at, at + 6) === '>From ') {
    const feed = bytes.indexOf(LINE_FEED, at);
    if (feed > 0) return feed + 1;
  }
  return at;
}

function looksLikeField(line: string): boolean {
  return /^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(line) || /^Fro? /.test(line);
}
