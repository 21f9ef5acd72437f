import { decodeWords } from 'postal-mime';
import { decodeText, isHigh } from '../charsets/decode-text';

const WORD = /=\?([^?\s]{1,60})\?([qb])\?([^?]*)\?=/gi;
/** Words with nothing but blanks between them are one text: a character may be cut between two. */
const WORDS = /=\?[^?\s]{1,60}\?[qb]\?[^?]*\?=(?:[ \t]+=\?[^?\s]{1,60}\?[qb]\?[^?]*\?=)*/gi;

/** The text of a header value whose characters are bytes. `hint` is a charset that the mail is in. */
export function decodeField(value: string, hint: string | null): string {
  return decodeWords(mendWords(value, hint));
}

/**
 * The value with its bytes beyond ASCII decoded and every encoded word written in UTF-8 anew, so that what reads it next
 * (a list of addresses, for one) finds right words whatever they were labelled.
 */
export function mendWords(value: string, hint: string | null): string {
  const bytes = Buffer.from(value, 'latin1');
  const text = isHigh(bytes) ? decodeText(bytes, null, hint).text : value;
  return text.replace(WORDS, (run) => mendRun(run, hint));
}

function mendRun(run: string, hint: string | null): string {
  let mended = '';
  let charset = '';
  let pending: Uint8Array[] = [];
  const flush = (): void => {
    if (pending.length === 0) return;
    const { text } = decodeText(Buffer.concat(pending), charset, hint);
    mended += `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    pending = [];
  };
  for (const [, label = '', encoding = '', content = ''] of run.matchAll(WORD)) {
    const name = label.replace(/\*.*$/, '').toLowerCase();
    if (name !== charset) flush();
    charset = name;
    pending.push(encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : decodeQ(content));
  }
  flush();
  return mended;
}

function decodeQ(content: string): Uint8Array {
  const text = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // What is not a byte was decoded before: it is put back as UTF-8.
  return /[\u0100-\uffff]/.test(text) ? Buffer.from(text, 'utf8') : Buffer.from(text, 'latin1');
}
