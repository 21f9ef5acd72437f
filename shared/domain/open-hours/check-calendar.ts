import { type Calendar, dayOfDate, type Interval, readTime, WEEKDAYS, type Weekday } from './calendar';
import { findZone } from './zone-offsets';

export type CalendarCheck = { ok: true; calendar: Calendar } | { ok: false; field: string; message: string };

class Fault extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Reads a calendar from outside; `holidays` and `exceptions` may be missing, intervals come back in order.
 * `field` leads to what is wrong: `tz`, `hours.mon[1]`, `holidays[0]`, `exceptions.2026-02-21[0]`.
 */
export function checkCalendar(value: unknown): CalendarCheck {
  try {
    const given = readObject(value, '', 'A calendar is an object with tz and hours.');
    return {
      ok: true,
      calendar: {
        tz: readZone(given['tz']),
        hours: readHours(given['hours']),
        holidays: readHolidays(given['holidays'] ?? []),
        exceptions: readExceptions(given['exceptions'] ?? {}),
      },
    };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, field: error.field, message: error.message };
    throw error;
  }
}

function readObject(value: unknown, field: string, message: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(field, message);
  return value as Record<string, unknown>;
}

/** Offsets such as "+03:00", which some runtimes take as zones, know no change of clocks: refused. */
function readZone(tz: unknown): string {
  const message = 'Takes the name of a time zone, such as Europe/Moscow.';
  if (typeof tz !== 'string' || !/^[A-Za-z]/.test(tz)) throw new Fault('tz', message);
  try {
    findZone(tz);
  } catch {
    throw new Fault('tz', message);
  }
  return tz;
}

function readHours(value: unknown): Calendar['hours'] {
  const given = readObject(value, 'hours', `Takes intervals by weekday: ${WEEKDAYS.join(', ')}.`);
  const hours: Calendar['hours'] = {};
  for (const [name, intervals] of Object.entries(given)) {
    const field = `hours.${name}`;
    if (!WEEKDAYS.some((known) => known === name)) {
      throw new Fault(field, `No weekday; takes ${WEEKDAYS.join(', ')}.`);
    }
    hours[name as Weekday] = readIntervals(intervals, field);
  }
  return hours;
}

function readHolidays(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Fault('holidays', 'Takes a list of dates.');
  return value.map((date: unknown, at) => readDate(date, `holidays[${at}]`));
}

function readExceptions(value: unknown): Calendar['exceptions'] {
  const given = readObject(value, 'exceptions', 'Takes intervals by date.');
  return Object.fromEntries(
    Object.entries(given).map(([date, intervals]) => {
      const field = `exceptions.${date}`;
      return [readDate(date, field), readIntervals(intervals, field)];
    }),
  );
}

function readDate(date: unknown, field: string): string {
  if (typeof date !== 'string' || dayOfDate(date) === null) {
    throw new Fault(field, 'Takes a date that exists, as YYYY-MM-DD.');
  }
  return date;
}

function readIntervals(value: unknown, field: string): Interval[] {
  if (!Array.isArray(value))
    throw new Fault(field, 'Takes a list of intervals, such as [["08:00","20:00"]].');
  const intervals = value
    .map((interval: unknown, at) => ({ at, interval: readInterval(interval, `${field}[${at}]`) }))
    .toSorted((a, b) => a.interval[0].localeCompare(b.interval[0]));
  for (const [place, { at, interval }] of intervals.entries()) {
    const before = intervals[place - 1]?.interval;
    if (before && interval[0] < before[1]) {
      throw new Fault(`${field}[${at}]`, `Overlaps with ${before.join('–')}.`);
    }
  }
  return intervals.map(({ interval }) => interval);
}

function readInterval(value: unknown, field: string): Interval {
  const [from, to, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof from !== 'string' || typeof to !== 'string' || more.length > 0) {
    throw new Fault(field, 'Takes two times, such as ["08:00","20:00"].');
  }
  const [opening, closing] = [readTime(from), readTime(to)];
  if (opening === null || closing === null) {
    throw new Fault(field, 'Takes times as HH:MM, from 00:00 to 24:00.');
  }
  if (opening >= closing) throw new Fault(field, 'Must close after it opens; the end of the day is 24:00.');
  return [from, to];
}
