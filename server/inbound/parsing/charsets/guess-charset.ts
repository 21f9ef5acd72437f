import { ASIAN_LABELS, scoreAsian } from './score-asian';
import { scoreText } from './score-text';

const SINGLE_BYTE = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
] as const;

const SAMPLE_BYTES = 16 * 1024;

/**
 * The charset in which these bytes make the most sense, or null where none is better than `than`: a charset that was
 * declared or stands elsewhere in the mail keeps its right unless another one is clearly better.
 */
export function guessCharset(bytes: Uint8Array, than: string | null): string | null {
  const sample = sampleOf(bytes);
  const high = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  if (high === 0) return null;
  let best: { label: string; score: number } | null = null;
  let declared = Number.NEGATIVE_INFINITY;
  for (const label of [...SINGLE_BYTE, ...ASIAN_LABELS]) {
    const score = scoreCharset(sample, label);
    if (label === than) declared = score;
    if (!best || score > best.score) best = { label, score };
  }
  if (than && declared === Number.NEGATIVE_INFINITY) declared = scoreCharset(sample, than);
  if (!best || best.label === than) return null;
  return best.score > declared + Math.max(2, high * 0.25) ? best.label : null;
}

/** Plausibility of the bytes as this charset; comparable between charsets. */
function scoreCharset(bytes: Uint8Array, label: string): number {
  const asian = ASIAN_LABELS.find((known) => known === label);
  if (asian) return scoreAsian(bytes, asian);
  try {
    return scoreText(new TextDecoder(label).decode(bytes));
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

/** The start, and only as much ASCII as gives the rest its place: a page of markup says nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  if (first < 0) return bytes.subarray(0, 0);
  return bytes.subarray(Math.max(0, first - 64), first + SAMPLE_BYTES);
}
