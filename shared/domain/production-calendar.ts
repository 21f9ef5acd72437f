import type { Calendar, Interval, Weekday } from './open-hours';
import { dayOfDate, MINUTE, readTime, WEEKDAYS, weekdayOf, writeTime } from './open-hours/calendar';

/** `off`: nobody works; `short`: the last hour is cut; `work`: a day off that is worked, such as a Saturday. */
export const DAY_KINDS = ['off', 'short', 'work'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface DayMark {
  /** Local, "YYYY-MM-DD". */
  date: string;
  kind: DayKind;
  name?: string;
}

/** The special days of one year, for every calendar that is tied to the key: `ru` is Russia's production calendar. */
export interface DaySet {
  key: string;
  year: number;
  days: DayMark[];
}

const HOUR = 60 * MINUTE;

/**
 * The calendar with the days laid over it; a day that is its own holiday or exception stays as it is.
 * A worked day off gets Friday's hours, or those of the first weekday that has any; a short day of the weekend likewise.
 */
export function applyDaySets(calendar: Calendar, daySets: readonly DaySet[]): Calendar {
  const own = new Set([...calendar.holidays, ...Object.keys(calendar.exceptions)]);
  const holidays = new Set(calendar.holidays);
  const exceptions = new Map(Object.entries(calendar.exceptions));
  for (const { date, kind } of daySets.flatMap(({ days }) => days)) {
    const day = dayOfDate(date);
    if (day === null || own.has(date)) continue;
    if (kind === 'off') holidays.add(date);
    else if (kind === 'work') exceptions.set(date, hoursOfWork(calendar));
    else exceptions.set(date, cutLastHour(hoursOfShort(calendar, weekdayOf(day))));
  }
  return { ...calendar, holidays: [...holidays], exceptions: Object.fromEntries(exceptions) };
}

function hoursOfWork({ hours }: Calendar): Interval[] {
  const names = ['fri', ...WEEKDAYS.slice(0, 5)] as Weekday[];
  return names.map((name) => hours[name] ?? []).find((intervals) => intervals.length > 0) ?? [];
}

function hoursOfShort(calendar: Calendar, weekday: Weekday): Interval[] {
  const usual = calendar.hours[weekday] ?? [];
  const weekend = weekday === 'sat' || weekday === 'sun';
  return usual.length === 0 && weekend ? hoursOfWork(calendar) : usual;
}

/** An hour of working time from the end, over a break where the last interval is shorter. */
function cutLastHour(intervals: readonly Interval[]): Interval[] {
  const kept: Interval[] = [];
  let cut = HOUR;
  for (const [from, to] of intervals.toReversed()) {
    const [opening, closing] = [readTime(from) ?? 0, readTime(to) ?? 0];
    const less = Math.min(cut, closing - opening);
    cut -= less;
    if (opening < closing - less) kept.unshift([from, less === 0 ? to : writeTime(closing - less)]);
  }
  return kept;
}
