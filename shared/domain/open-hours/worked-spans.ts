import { DAY } from './calendar';
import type { OpenHours, Span } from './compile-calendar';

/** The clock stands from `from` until `to`, or for good (ms since the epoch). */
export interface Pause {
  from: number;
  to: number | null;
  reason?: string;
}

/** Pauses that touch or overlap, as one; `to` may be Infinity. */
export interface Standstill extends Span {
  reasons: string[];
}

/** How far is looked for working time before the answer is that there is none. */
const HORIZON_DAYS = 18_300;
const LAST_DAY = 100_000_000;

/** Open time from `start` on that no pause takes away, in order; may be cut where nothing happens, never empty. */
export function* walkWorked(
  hours: OpenHours,
  start: number,
  standstills: readonly Standstill[],
): Generator<Span, void, undefined> {
  let next = 0;
  for (const span of walkOpen(hours, start)) {
    let { from } = span;
    for (let pause = standstills[next]; pause && pause.from < span.to; pause = standstills[next]) {
      if (pause.from > from) yield { from, to: pause.from };
      from = Math.max(from, pause.to);
      if (pause.to === Number.POSITIVE_INFINITY) return;
      if (pause.to > span.to) break;
      next++;
    }
    if (from < span.to) yield { from, to: span.to };
  }
}

/** Open spans from `start` on, the first one cut there; ends at the horizon. */
export function* walkOpen(hours: OpenHours, start: number): Generator<Span, void, undefined> {
  const first = Math.floor(start / DAY);
  const last = Math.min(first + HORIZON_DAYS, hours.lastDay, LAST_DAY - 1);
  for (let day = first; day <= last; day++) {
    for (const span of hours.spansOf(day)) {
      if (span.to > start) yield { from: Math.max(span.from, start), to: span.to };
    }
  }
}

/** In order, each stretch once; a pause that ends before it begins is none. */
export function mergePauses(pauses: readonly Pause[]): Standstill[] {
  const merged: Standstill[] = [];
  for (const { from, to, reason } of pauses.toSorted((a, b) => a.from - b.from)) {
    const until = to ?? Number.POSITIVE_INFINITY;
    if (until <= from) continue;
    const last = merged.at(-1);
    const reasons = reason === undefined ? [] : [reason];
    if (!last || last.to < from) merged.push({ from, to: until, reasons });
    else {
      last.to = Math.max(last.to, until);
      last.reasons = [...new Set([...last.reasons, ...reasons])];
    }
  }
  return merged;
}
