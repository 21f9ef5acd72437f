import { type Calendar, checkCalendar, WEEKDAYS } from '@beseda/shared/domain/open-hours';
import type { CalendarCard } from '@beseda/shared/protocol/rules';
import { readLine } from '../audit/read-line';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** What an admin sets of a calendar, as it is stored. */
export interface CalendarFields {
  name: string;
  calendar: Calendar;
  daySetKey: string | null;
}

/** As given: the calendar is not checked yet. Left out: stays as it is. */
export interface CalendarPatch {
  name?: string;
  calendar?: unknown;
  daySetKey?: string | null;
}

/** Refuses with `invalid_calendar`, naming the field at fault. */
export function readDefinition(given: unknown): Calendar {
  const checked = checkCalendar(given);
  if (checked.ok) return checked.calendar;
  const field = ['calendar', checked.field].filter(Boolean).join('.');
  throw new Refusal('invalid_calendar', checked.message, { field });
}

/** What was given laid over what there is. Refuses with `invalid_input` and `invalid_calendar`, naming the field. */
export async function readCalendarFields(
  tx: Transaction,
  given: CalendarPatch,
  before: CalendarFields,
): Promise<CalendarFields> {
  const { daySetKey = before.daySetKey } = given;
  if (daySetKey !== null && daySetKey !== before.daySetKey) await requireDaySet(tx, daySetKey);
  return {
    name: given.name === undefined ? before.name : readLine(given.name, 'name', 100),
    calendar: given.calendar === undefined ? before.calendar : inOrder(readDefinition(given.calendar)),
    daySetKey,
  };
}

function inOrder({ holidays, exceptions, ...rest }: Calendar): Calendar {
  const dates = Object.entries(exceptions).toSorted(([a], [b]) => a.localeCompare(b));
  return { ...rest, holidays: [...new Set(holidays)].toSorted(), exceptions: Object.fromEntries(dates) };
}

async function requireDaySet({ sql }: Transaction, key: string): Promise<void> {
  const known = await sql`select from day_sets where key = ${key} limit 1`;
  if (known.length > 0) return;
  throw new Refusal('invalid_input', 'There is no such day set.', { field: 'daySetKey' });
}

/** By weekday and date, so that the history names the days that changed, not the whole. */
export function describeCalendar({
  name,
  calendar,
  daySetKey,
}: Omit<CalendarCard, 'id' | 'usedBy' | 'updatedAt'>) {
  const { tz, hours, holidays, exceptions } = calendar;
  const words = (intervals: readonly (readonly [string, string])[]) =>
    intervals.length === 0 ? 'day off' : intervals.map(([from, to]) => `${from}–${to}`).join(', ');
  return {
    name,
    tz,
    daySetKey,
    ...Object.fromEntries(WEEKDAYS.flatMap((day) => (hours[day]?.length ? [[day, words(hours[day])]] : []))),
    ...Object.fromEntries(holidays.map((date) => [date, 'day off'])),
    ...Object.fromEntries(Object.entries(exceptions).map(([date, intervals]) => [date, words(intervals)])),
  };
}
