import type { Calendar, Pause, Weekday } from '@beseda/shared/domain/open-hours';

export const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** What the runtime's clocks of a zone show, for each minute of a stretch: minutes of local time since 1970. */
export interface WallClock {
  tz: string;
  from: number;
  local: Int32Array;
}

/** Asks the runtime about every single minute: slow, and nothing to get wrong. */
export function readWallClock(tz: string, from: number, days: number): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: tz,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const local = new Int32Array(days * DAY_MINUTES);
  for (let index = 0; index < local.length; index++) {
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = format
      .format(from + index * MINUTE)
      .split(/\D+/)
      .map(Number);
    local[index] = Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
  }
  return { tz, from, local };
}

/** A calendar walked minute by minute over such a stretch. */
export interface MinuteWalk {
  end: number;
  isOpen(at: number): boolean;
  /** `undefined`: not within the stretch. */
  due(start: number, durationMs: number): number | undefined;
  elapsed(start: number, end: number): number;
}

/** Pauses begin and end with minutes; `start` and `end` may be any instants. */
export function walkMinutes(clock: WallClock, calendar: Calendar, pauses: readonly Pause[] = []): MinuteWalk {
  const isOpen = askCalendar(clock, calendar);
  const end = clock.from + clock.local.length * MINUTE;
  function* openMinutes(start: number, until: number): Generator<[number, number]> {
    for (let at = start; at < until; ) {
      const next = Math.min((Math.floor(at / MINUTE) + 1) * MINUTE, until);
      const stands = pauses.some(({ from, to }) => from <= at && (to === null || at < to));
      if (!stands && isOpen(at)) yield [at, next];
      at = next;
    }
  }
  return {
    end,
    isOpen,
    due: (start, durationMs) => {
      let left = durationMs;
      for (const [from, to] of openMinutes(start, end)) {
        if (left <= to - from) return from + left;
        left -= to - from;
      }
      return undefined;
    },
    elapsed: (start, until) => {
      let sum = 0;
      for (const [from, to] of openMinutes(start, until)) sum += to - from;
      return sum;
    },
  };
}

function askCalendar(clock: WallClock, calendar: Calendar): (at: number) => boolean {
  const days = new Map<number, readonly [number, number][]>();
  return (at) => {
    const local = clock.local[Math.floor((at - clock.from) / MINUTE)];
    if (local === undefined) throw new Error('Outside of what the clock was asked for.');
    const day = Math.floor(local / DAY_MINUTES);
    const intervals = days.get(day) ?? intervalsOf(calendar, day);
    days.set(day, intervals);
    const time = local - day * DAY_MINUTES;
    return intervals.some(([from, to]) => from <= time && time < to);
  };
}

function intervalsOf({ exceptions, holidays, hours }: Calendar, day: number): [number, number][] {
  const date = new Date(day * DAY_MINUTES * MINUTE);
  const name = date.toISOString().slice(0, 10);
  const weekday = date.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }).toLowerCase();
  const usual = holidays.includes(name) ? [] : (hours[weekday as Weekday] ?? []);
  return (exceptions[name] ?? usual).map(([from, to]) => [minutesOf(from), minutesOf(to)]);
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
