import { asBuffer } from '../latin1';
import { guessCharset } from './guess-charset';
import { ASIAN_LABELS } from './score-asian';
import { decodeSevenBit } from './seven-bit';

export interface Decoded {
  text: string;
  /** In which it was read, as the platform calls it. */
  charset: string;
  /** Another one than was declared. */
  guessed: boolean;
}

/** Names that the platform does not know, or knows as less than what is sent under them. */
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  'cp-850': 'windows-1252',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-sjis': 'shift_jis',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  'cp-1251': 'windows-1251',
  'win-1251': 'windows-1251',
  win1251: 'windows-1251',
  '1251': 'windows-1251',
  koi8r: 'koi8-r',
  koi8: 'koi8-r',
  utf: 'utf-8',
  utf8mb4: 'utf-8',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  'iso-8859-8-e': 'iso-8859-8',
};

/**
 * Decodes bytes of a mail: in the declared charset where that makes sense, else in the one that does. `hint` is a charset
 * that the rest of the mail is in. The text holds no NUL.
 */
export function decodeText(bytes: Uint8Array, declared: string | null, hint: string | null = null): Decoded {
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const sevenBit = decodeSevenBit(bytes, label);
  if (sevenBit !== null) return { text: clean(sevenBit), charset: label, guessed: false };
  const known = nameCharset(label);
  const chosen = chooseCharset(bytes, known, hint);
  const text = clean(new TextDecoder(chosen).decode(bytes));
  return {
    text,
    charset: chosen,
    guessed: chosen !== known && isHigh(bytes) && (known !== null || chosen !== 'utf-8'),
  };
}

/** The platform's name of a charset; null for what it does not know. */
export function nameCharset(label: string): string | null {
  const alias = ALIASES[label] ?? ALIASES[label.replace(/^x-/, '')] ?? label;
  for (const name of [
    alias,
    alias.replace(/^(?:x-|cs)/, ''),
    alias.replace(/^cp[-_]?(\d+)$/, 'windows-$1'),
  ]) {
    try {
      const { encoding } = new TextDecoder(name);
      return ALIASES[encoding] ?? encoding;
    } catch {
      // The next spelling.
    }
  }
  return null;
}

function chooseCharset(bytes: Uint8Array, known: string | null, hint: string | null): string {
  const byOrder = orderOf(bytes);
  if (byOrder) return byOrder;
  if (known?.startsWith('utf-16')) return known;
  if (!isHigh(bytes)) {
    return known ?? (hasEscapes(bytes) ? 'iso-2022-jp' : 'utf-8');
  }
  if (known && isAsian(known) && countBroken(bytes, known) === 0) return known;
  if (isUtf8(bytes)) return 'utf-8';
  // A text of UTF-8 with a few bytes lost on the way is still one.
  if ((known ?? 'utf-8') === 'utf-8' && countBroken(bytes, 'utf-8') * 20 < countHigh(bytes)) return 'utf-8';
  const fallback = known === null || known === 'utf-8' || known === 'iso-2022-jp' ? hint : known;
  return guessCharset(bytes, fallback) ?? fallback ?? 'windows-1252';
}

function isAsian(label: string): boolean {
  return ASIAN_LABELS.some((asian) => asian === label);
}

function orderOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function hasEscapes(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes('\x1b$', 0, 'latin1');
}

export function isHigh(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127);
}

function countHigh(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countBroken(bytes: Uint8Array, label: string): number {
  return new TextDecoder(label).decode(bytes).split('\ufffd').length - 1;
}

function clean(text: string): string {
  return text.replaceAll('\0', '');
}
