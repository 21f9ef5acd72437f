import { foldText } from '@beseda/shared/domain/fold-text';

/** One word of a text: its folded form, and where it stands (UTF-16 offsets into the original). */
export type Word = { readonly form: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/gu;
const MAX_WORD = 64;

/** Splits text into words. Words over 64 characters are cut, so that pasted blobs stay cheap. */
export function splitWords(text: string, limit = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length >= limit) break;
    const form = foldText(match[0].slice(0, MAX_WORD));
    if (form !== '') words.push({ form, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** Words joined by a hyphen without spaces («wi-fi», «дата-центр») as one form, or undefined. */
export function joinHyphenated(text: string, left: Word, right: Word): string | undefined {
  if (right.start - left.end !== 1) return undefined;
  const between = text.charCodeAt(left.end);
  return between === 0x2d || between === 0x2010 || between === 0x2011 ? left.form + right.form : undefined;
}
