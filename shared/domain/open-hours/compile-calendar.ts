import { type Calendar, DAY, dayOfDate, type Interval, readTime, WEEKDAYS, weekdayOf } from './calendar';
import { findZone } from './zone-offsets';

/** Instants [from, to) in ms since the epoch, or times of a day in ms since its beginning. */
export interface Span {
  from: number;
  to: number;
}

/** A calendar made ready for computing: ask it as often as you like, it keeps what it has found. */
export interface OpenHours {
  readonly calendar: Calendar;
  /** The open spans of a UTC day (counted from 1970-01-01), in order. */
  spansOf(day: number): readonly Span[];
  /** The local dates (counted likewise) that instants belong to. */
  localDayOf(instant: number): number;
  /** What the calendar says about a local date, and why. */
  ruleOf(localDay: number): DayRule;
  /** No opening begins after this UTC day. */
  readonly lastDay: number;
}

export interface DayRule {
  from: 'hours' | 'holiday' | 'exception';
  intervals: readonly Span[];
}

const MOST_DAYS = 5_000;

/** Takes what `checkCalendar` has let pass. Throws a RangeError where the runtime does not know the zone. */
export function compileCalendar(calendar: Calendar): OpenHours {
  const zone = findZone(calendar.tz);
  const ruleOf = readRules(calendar);
  const days = new Map<number, readonly Span[]>();
  const readDay = (day: number) => {
    const spans: Span[] = [];
    for (const { from, to, offset } of zone(day)) {
      for (let local = Math.floor((from + offset) / DAY); local * DAY < to + offset; local++) {
        for (const interval of ruleOf(local).intervals) {
          const opening = local * DAY - offset + interval.from;
          const closing = local * DAY - offset + interval.to;
          append(spans, { from: Math.max(opening, from), to: Math.min(closing, to) });
        }
      }
    }
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, spans);
    return spans;
  };
  return {
    calendar,
    spansOf: (day) => days.get(day) ?? readDay(day),
    localDayOf: (instant) => {
      const spans = zone(Math.floor(instant / DAY));
      const offset = spans.find(({ to }) => instant < to)?.offset ?? 0;
      return Math.floor((instant + offset) / DAY);
    },
    ruleOf,
    lastDay: findLastDay(calendar),
  };
}

function append(spans: Span[], span: Span): void {
  if (span.from >= span.to) return;
  const last = spans.at(-1);
  if (last?.to === span.from) last.to = span.to;
  else spans.push(span);
}

function readRules({ hours, holidays, exceptions }: Calendar): (localDay: number) => DayRule {
  const week = new Map(
    WEEKDAYS.map((name): [string, DayRule] => [
      name,
      { from: 'hours', intervals: readIntervals(hours[name] ?? []) },
    ]),
  );
  const special = new Map<number, DayRule>();
  for (const date of holidays) special.set(dayOfDate(date) ?? 0, { from: 'holiday', intervals: [] });
  for (const [date, intervals] of Object.entries(exceptions)) {
    special.set(dayOfDate(date) ?? 0, { from: 'exception', intervals: readIntervals(intervals) });
  }
  return (day) => special.get(day) ?? (week.get(weekdayOf(day)) as DayRule);
}

function readIntervals(intervals: readonly Interval[]): Span[] {
  return intervals
    .map(([from, to]) => ({ from: readTime(from) ?? 0, to: readTime(to) ?? 0 }))
    .toSorted((a, b) => a.from - b.from);
}

function findLastDay({ hours, exceptions }: Calendar): number {
  if (WEEKDAYS.some((name) => (hours[name] ?? []).length > 0)) return Number.POSITIVE_INFINITY;
  const open = Object.entries(exceptions).filter(([, intervals]) => intervals.length > 0);
  return Math.max(...open.map(([date]) => (dayOfDate(date) ?? 0) + 1), Number.NEGATIVE_INFINITY);
}
