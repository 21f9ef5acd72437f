import { findUuencoded } from '../files/unpack-uuencode';
import { latin1 } from '../latin1';

/**
 * Undoes a transfer encoding. What is broken is read as far as it goes. Line breaks of what travels as text become \n,
 * so that a mail gives the same bytes by whichever way it came.
 */
export function decodeBody(body: Uint8Array, encoding: string): Uint8Array {
  switch ((/[\w-]+/.exec(encoding.toLowerCase()) ?? [''])[0]) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return withPlainBreaks(decodeQuotedPrintable(body));
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return findUuencoded(latin1(body))[0]?.bytes ?? body;
    case 'binary':
      return body;
    default:
      return withPlainBreaks(body);
  }
}

function withPlainBreaks(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0) || !bytes.includes(13)) return bytes;
  return Buffer.from(latin1(bytes).replace(/\r\n/g, '\n'), 'latin1');
}

/** Padding ends a unit, and another starts on the next line: some mailers pad every one. */
function decodeBase64(body: Uint8Array): Uint8Array {
  const text = latin1(body);
  const padding = text.indexOf('=');
  if (padding < 0 || /^[=\s]*$/.test(text.slice(padding, padding + 1_000)) || text.length - padding < 4) {
    return Buffer.from(text, 'base64');
  }
  const units = text
    .replace(/=[^\r\n]*/g, '=')
    .replace(/[^A-Za-z0-9+/=]+/g, '')
    .split('=');
  return Buffer.concat(units.map((unit) => Buffer.from(unit, 'base64')));
}

const EQUALS = 61;

function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const high = hexOf(body[at + 1]);
    const low = hexOf(body[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const end = softBreakEnd(body, at + 1);
    if (end > 0) at = end - 1;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Where the next line starts when only blanks stand before the break; -1 where it is no soft break. */
function softBreakEnd(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === 32 || body[at] === 9) at++;
  if (at >= body.length) return body.length;
  if (body[at] === 13 && body[at + 1] === 10) return at + 2;
  return body[at] === 10 || body[at] === 13 ? at + 1 : -1;
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
