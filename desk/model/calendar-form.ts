import { type Interval, WEEKDAYS, type Weekday } from '@beseda/shared/domain/open-hours';
import type { CalendarCard } from '@beseda/shared/protocol/rules';
import { minutesOf, readClockText, writeMinutes } from './clock-text';

/** `off`: nobody works; `worked`: a day that is otherwise free; `short`: hours of its own on a working day. */
export const SPECIAL_KINDS = ['off', 'worked', 'short'] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** Dates and times as they were typed. */
export interface SpecialDay {
  date: string;
  kind: SpecialKind;
  hours: Interval[];
}

export interface CalendarForm {
  name: string;
  tz: string;
  daySetKey: string | null;
  week: Record<Weekday, Interval[]>;
  days: SpecialDay[];
}

const USUAL: Interval = ['09:00', '18:00'];
const WHOLE_DAY: Interval = ['00:00', '24:00'];
const LAST_HOUR = 60;

export function readForm({
  name,
  calendar,
  daySetKey,
}: Pick<CalendarCard, 'name' | 'calendar' | 'daySetKey'>): CalendarForm {
  const { tz, hours, holidays, exceptions } = calendar;
  const week = weekOf((day) => hours[day] ?? []);
  const own = holidays.filter((date) => !(date in exceptions));
  const off = own.map((date): SpecialDay => ({ date, kind: 'off', hours: [] }));
  const others = Object.entries(exceptions).map(([date, intervals]): SpecialDay => {
    if (intervals.length === 0) return { date, kind: 'off', hours: [] };
    return { date, kind: usualOf(week, date).length === 0 ? 'worked' : 'short', hours: intervals };
  });
  const days = [...off, ...others].toSorted((a, b) => a.date.localeCompare(b.date));
  return { name, tz, daySetKey, week, days };
}

/** What is sent; null: a time or a date cannot be read yet. */
export function toPatch(form: CalendarForm): Pick<CalendarCard, 'name' | 'calendar' | 'daySetKey'> | null {
  const all = [...Object.values(form.week), ...form.days.map(({ hours }) => hours)].flat(2);
  if (all.some((time) => readClockText(time) === null) || hasRepeated(form.days)) return null;
  const times = (intervals: readonly Interval[]) =>
    intervals.map(([from, to]): Interval => [readClockText(from) ?? from, readClockText(to) ?? to]);
  const open = WEEKDAYS.filter((day) => form.week[day].length > 0);
  return {
    name: form.name,
    calendar: {
      tz: form.tz.trim(),
      hours: Object.fromEntries(open.map((day) => [day, times(form.week[day])])),
      holidays: form.days.filter(({ kind }) => kind === 'off').map(({ date }) => date),
      exceptions: Object.fromEntries(
        form.days.filter(({ kind }) => kind !== 'off').map(({ date, hours }) => [date, times(hours)]),
      ),
    },
    daySetKey: form.daySetKey,
  };
}

const hasRepeated = (days: readonly SpecialDay[]) =>
  days.some(({ date }, at) => date === '' || days.findIndex((other) => other.date === date) < at);

/** One interval more, after the last: an afternoon where there is room for one. */
export function addInterval(intervals: readonly Interval[]): Interval[] {
  const last = intervals.at(-1);
  const end = last ? minutesOf(readClockText(last[1]) ?? '00:00') : 0;
  if (!last || end === 0) return [...intervals, USUAL];
  const from = Math.min(end + 60, 23 * 60);
  return [...intervals, [writeMinutes(from), writeMinutes(Math.min(from + 4 * 60, 24 * 60))]];
}

/** Takes this day's hours over to all days of the working week. */
export function copyToWeek(week: CalendarForm['week'], from: Weekday): CalendarForm['week'] {
  const workdays = WEEKDAYS.slice(0, 5);
  return weekOf((day) => (workdays.includes(day) ? week[from] : week[day]));
}

export function openAlways(): CalendarForm['week'] {
  return weekOf(() => [WHOLE_DAY]);
}

/** The hours that a special day of this kind begins with: those of a Friday, or the day's own without the last hour. */
export function hoursFor(week: CalendarForm['week'], kind: SpecialKind, date: string): Interval[] {
  if (kind === 'off') return [];
  const worked = [week.fri, ...WEEKDAYS.map((day) => week[day])].find(({ length }) => length > 0) ?? [USUAL];
  const usual = usualOf(week, date);
  return kind === 'worked' || usual.length === 0 ? worked : withoutLastHour(usual);
}

function withoutLastHour(intervals: readonly Interval[]): Interval[] {
  const [from, to] = intervals.at(-1) ?? USUAL;
  const end = minutesOf(readClockText(to) ?? '18:00') - LAST_HOUR;
  const rest = intervals.slice(0, -1);
  return end <= minutesOf(readClockText(from) ?? '00:00') ? rest : [...rest, [from, writeMinutes(end)]];
}

function usualOf(week: CalendarForm['week'], date: string): readonly Interval[] {
  const at = Date.parse(`${date}T00:00:00Z`);
  const day = WEEKDAYS[(new Date(at).getUTCDay() + 6) % 7];
  return day ? week[day] : [];
}

function weekOf(hoursOf: (day: Weekday) => readonly Interval[]): CalendarForm['week'] {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, [...hoursOf(day)]])) as CalendarForm['week'];
}
