export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Wall-clock times "HH:MM" of one day, [open, close): "24:00" is its end. */
export type Interval = [from: string, to: string];

/** Dates are local, "YYYY-MM-DD". Exceptions win over holidays, holidays over hours; no intervals: closed. */
export interface Calendar {
  /** IANA name. */
  tz: string;
  hours: Partial<Record<Weekday, Interval[]>>;
  holidays: string[];
  exceptions: Record<string, Interval[]>;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Monday is 0; days are counted from 1970-01-01, a Thursday. */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday;
}

/** The day's number since 1970-01-01, or null where there is no such date. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || dateOfDay(at / DAY) !== date ? null : at / DAY;
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Milliseconds since the day's beginning, or null where it is no "HH:MM". */
export function readTime(time: string): number | null {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const at = (Number(hour) * 60 + Number(minute)) * MINUTE;
  return at <= DAY ? at : null;
}

/** The other way round. */
export function writeTime(time: number): string {
  const minutes = Math.floor(time / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
