import type { Line } from './line';
import { ATTRIBUTION_PROOF, ATTRIBUTIONS, DIVIDERS, type Label, labelOf } from './quote-words';

const LONGEST = 400;
const ATTRIBUTION_LINES = 4;
const HEADER_LINES = 12;
/** An attribution starts with its day, its time or its address; so a greeting above it is not taken in. */
const STARTS = /\d|[^\s<>]@|^[\s>*-]*(?:On|Am|Le|El|Il|Em|Op|Den|På|W|Dnia|Dne)\s/u;

/** Where each attribution stands: a first line and the one after the last. */
export interface Attribution {
  from: number;
  to: number;
}

/** The first line of a copied header or a divider: all below is history. -1 where there is none. */
export function findHistory(lines: readonly Line[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.text.length > LONGEST || line.mark === 'quote') continue;
    if (isDivider(line.text) || isHeader(lines, at)) return above(lines, at);
  }
  return -1;
}

function isDivider(text: string): boolean {
  return DIVIDERS.some((divider) => divider.test(text));
}

/** A copied header: three labels or more close together, among them who sent it, and something that proves it. */
function isHeader(lines: readonly Line[], at: number): boolean {
  const first = labelOf(lines[at]?.text ?? '');
  if (!first || first === 'cc' || first === 'to') return false;
  const kinds = new Set<Label>();
  let proof = false;
  let strange = 0;
  for (const { text } of lines.slice(at, at + HEADER_LINES)) {
    const label = labelOf(text);
    if (label) kinds.add(label);
    else if (text.trim() !== '' && ++strange > 2) break;
    proof ||= label === 'sent' || label === 'subject' || (label !== null && text.includes('@'));
  }
  return kinds.size >= 3 && kinds.has('from') && proof;
}

/** A line of dashes or underscores right above belongs to what it is above. */
function above(lines: readonly Line[], at: number): number {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const text = lines[before]?.text.trim() ?? '';
    if (/^[-_=*—–]{3,}$/.test(text)) return before;
    if (text !== '') break;
  }
  return at;
}

/** The line that says who wrote what comes next, on one line or broken over a few. */
export function attributionAt(lines: readonly Line[], from: number): Attribution | null {
  if (!STARTS.test(lines[from]?.text.slice(0, LONGEST) ?? '')) return null;
  let text = '';
  for (let at = from; at < Math.min(lines.length, from + ATTRIBUTION_LINES); at++) {
    const line = lines[at];
    if (!line || line.text.trim() === '' || (at > from && line.mark === 'quote')) return null;
    text = `${text} ${line.text.trim()}`.trim();
    if (text.length > LONGEST) return null;
    if (!/(?:[:：>]|wrote|пишет|написал\S{0,5})$/u.test(text) || !ATTRIBUTION_PROOF.test(text)) continue;
    if (ATTRIBUTIONS.some((pattern) => pattern.test(text))) return { from, to: at + 1 };
  }
  return null;
}
