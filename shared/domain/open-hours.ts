import { DAY } from './open-hours/calendar';
import type { OpenHours } from './open-hours/compile-calendar';
import { mergePauses, type Pause, walkWorked } from './open-hours/worked-spans';

export { type Calendar, type Interval, WEEKDAYS, type Weekday } from './open-hours/calendar';
export { checkCalendar } from './open-hours/check-calendar';
export { closingAfterDays } from './open-hours/closing-after-days';
export { compileCalendar, type OpenHours } from './open-hours/compile-calendar';
export { type ClosedReason, type DueStep, explainDue } from './open-hours/explain-due';
export type { Pause } from './open-hours/worked-spans';

/**
 * The instant at which `durationMs` of working time have passed since `start`: real time in open hours, pauses left out.
 * Time that runs out at closing is due at the closing; none at all is due at the next opening.
 * Null: never, as nothing opens within fifty years or a pause has no end.
 */
export function dueAt(
  hours: OpenHours,
  start: number,
  durationMs: number,
  pauses: readonly Pause[] = [],
): number | null {
  let left = durationMs;
  for (const { from, to } of walkWorked(hours, start, mergePauses(pauses))) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return null;
}

/** Working time between two instants, pauses left out; 0 where the end is not after the start. */
export function elapsedMs(
  hours: OpenHours,
  start: number,
  end: number,
  pauses: readonly Pause[] = [],
): number {
  let sum = 0;
  for (const { from, to } of walkWorked(hours, start, mergePauses(pauses))) {
    if (from >= end) break;
    sum += Math.min(to, end) - from;
  }
  return sum;
}

/** The instant itself where it is open, else the next one that is; null where none comes within fifty years. */
export function nextOpening(hours: OpenHours, at: number): number | null {
  return dueAt(hours, at, 0);
}

export function isOpen(hours: OpenHours, at: number): boolean {
  return hours.spansOf(Math.floor(at / DAY)).some(({ from, to }) => from <= at && at < to);
}
