import type { OpenHours } from './compile-calendar';
import { walkOpen } from './worked-spans';

/** When the `days`-th working day after the day of `at` closes; null where so many do not come within fifty years. */
export function closingAfterDays(hours: OpenHours, at: number, days: number): number | null {
  let day = hours.localDayOf(at);
  let counted = 0;
  let closing: number | null = null;
  for (const { from, to } of walkOpen(hours, at)) {
    const local = hours.localDayOf(from);
    if (local > day) {
      if (counted === days) break;
      day = local;
      counted += 1;
    }
    if (counted === days) closing = to;
  }
  return closing;
}
