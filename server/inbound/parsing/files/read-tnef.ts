import { asBuffer } from '../latin1';

/** What Outlook packs into winmail.dat: files, and the text as HTML or plain where the mail has none else. */
export interface Tnef {
  files: { name: string; type: string; bytes: Uint8Array; contentId: string | null }[];
  html: string | null;
  text: string | null;
}

const SIGNATURE = 0x223e9f78;
const MOST_FILES = 100;
const ATTACHMENT_START = 0x9002;
const ATTACHMENT_TITLE = 0x8010;
const ATTACHMENT_DATA = 0x800f;
const ATTACHMENT_PROPERTIES = 0x9005;
const MESSAGE_PROPERTIES = 0x9003;
const CODE_PAGE = 0x9007;
const BODY = 0x800c;

const PROPERTY = {
  dataObject: 0x3701,
  longName: 0x3707,
  name: 0x3704,
  mime: 0x370e,
  cid: 0x3712,
  html: 0x1013,
  body: 0x1000,
};

type Draft = Partial<Record<'title' | 'name' | 'type' | 'cid', string>> & { data?: Uint8Array };

/** null where the bytes are no TNEF. What is cut off is read as far as it goes. */
export function readTnef(bytes: Uint8Array): Tnef | null {
  const view = asBuffer(bytes);
  if (view.length < 6 || view.readUInt32LE(0) !== SIGNATURE) return null;
  const tnef: Tnef = { files: [], html: null, text: null };
  const drafts: Draft[] = [];
  let charset = 'windows-1252';
  for (let at = 6; at + 9 <= view.length; ) {
    const id = view.readUInt32LE(at + 1) & 0xffff;
    const length = view.readUInt32LE(at + 5);
    const data = view.subarray(at + 9, Math.min(at + 9 + length, view.length));
    at += 9 + length + 2;
    const draft = drafts.at(-1);
    if (id === ATTACHMENT_START && drafts.length < MOST_FILES) drafts.push({});
    else if (id === CODE_PAGE && data.length >= 4) charset = charsetOf(data.readUInt32LE(0));
    else if (id === BODY) tnef.text = decode(data, charset);
    else if (id === ATTACHMENT_TITLE && draft) draft.title = decode(data, charset);
    else if (id === ATTACHMENT_DATA && draft) draft.data = data;
    else if (id === ATTACHMENT_PROPERTIES && draft) noteFile(draft, readProperties(data), charset);
    else if (id === MESSAGE_PROPERTIES) noteBody(tnef, readProperties(data), charset);
  }
  for (const { title, name, type, cid, data } of drafts) {
    if (!data) continue;
    tnef.files.push({
      name: name ?? title ?? '',
      type: type ?? 'application/octet-stream',
      bytes: data,
      contentId: cid ?? null,
    });
  }
  return tnef;
}

interface Property {
  id: number;
  /** 0x1e is text in the code page, 0x1f text in UTF-16, 0x102 bytes, 0x0d an object. */
  type: number;
  bytes: Buffer;
}

function noteFile(draft: Draft, properties: readonly Property[], charset: string): void {
  for (const property of properties) {
    if (property.id === PROPERTY.dataObject) {
      // An object starts with 16 bytes that say what it is.
      draft.data = property.type === 0x0d ? property.bytes.subarray(16) : property.bytes;
    } else if (property.id === PROPERTY.longName) draft.name = textOf(property, charset);
    else if (property.id === PROPERTY.name) draft.name ??= textOf(property, charset);
    else if (property.id === PROPERTY.mime) draft.type = textOf(property, charset).toLowerCase();
    else if (property.id === PROPERTY.cid) draft.cid = textOf(property, charset);
  }
}

function noteBody(tnef: Tnef, properties: readonly Property[], charset: string): void {
  for (const property of properties) {
    if (property.id === PROPERTY.html) tnef.html = decode(property.bytes, charset);
    else if (property.id === PROPERTY.body) tnef.text = textOf(property, charset);
  }
}

const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

function readProperties(data: Buffer): Property[] {
  const found: Property[] = [];
  if (data.length < 4) return found;
  const count = Math.min(data.readUInt32LE(0), 2_000);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(at) & 0x0fff;
    const id = data.readUInt16LE(at + 2);
    at = (data.readUInt16LE(at) & 0x1000) === 0 && id < 0x8000 ? at + 4 : skipName(data, at + 4);
    const fixed = FIXED[type];
    if (fixed !== undefined) {
      at += fixed;
      continue;
    }
    if (at + 8 > data.length || ![0x0d, 0x1e, 0x1f, 0x102].includes(type)) break;
    const values = data.readUInt32LE(at);
    at += 4;
    for (let value = 0; value < Math.min(values, 100) && at + 4 <= data.length; value++) {
      const length = data.readUInt32LE(at);
      found.push({ id, type, bytes: data.subarray(at + 4, Math.min(at + 4 + length, data.length)) });
      at += 4 + length + ((4 - (length % 4)) % 4);
    }
  }
  return found;
}

/** A named property: a GUID, then a number or a text of UTF-16. */
function skipName(data: Buffer, at: number): number {
  if (at + 24 > data.length) return data.length;
  if (data.readUInt32LE(at + 16) === 0) return at + 24;
  const length = data.readUInt32LE(at + 20);
  return at + 24 + length + ((4 - (length % 4)) % 4);
}

function textOf({ type, bytes }: Property, charset: string): string {
  return decode(bytes, type === 0x1f ? 'utf-16le' : charset);
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes).replaceAll('\0', '');
}

function charsetOf(codePage: number): string {
  if (codePage === 65_001) return 'utf-8';
  const named: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gb18030',
    949: 'euc-kr',
    950: 'big5',
    20_866: 'koi8-r',
    866: 'ibm866',
  };
  const label = named[codePage] ?? `windows-${codePage}`;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'windows-1252';
  }
}
