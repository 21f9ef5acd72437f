import {
  type Calendar,
  compileCalendar,
  dueAt,
  elapsedMs,
  explainDue,
  type Interval,
  isOpen,
  nextOpening,
  type Pause,
} from '@beseda/shared/domain/open-hours';
import { MINUTE, readWallClock, type WallClock, walkMinutes } from './walk-minutes';

/** Zones, each with days on which its clocks changed, or did not. */
const STRETCHES: readonly [tz: string, ...dates: string[]][] = [
  ['Europe/Moscow', '2026-12-29', '2014-10-25', '2011-03-26', '2010-10-30'],
  ['Europe/Berlin', '2026-03-28', '2026-10-24'],
  ['America/New_York', '2026-03-07', '2026-10-31'],
  ['America/St_Johns', '2006-10-28', '2007-04-01'],
  ['America/Sao_Paulo', '2018-11-03', '2018-02-17'],
  ['Africa/Cairo', '2026-04-23', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-04', '2026-10-03'],
  ['Pacific/Apia', '2011-12-29'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Asia/Vladivostok', '2026-03-06'],
  ['Asia/Tehran', '2021-03-20'],
  ['Etc/UTC', '2026-02-27'],
];
const DAYS_BEFORE = 3;
const DAYS = 17;
const DAY = 1_440 * MINUTE;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Computes with so many random calendars, and walks each minute by minute as well.
 * Gives what the first difference is, as JSON that has all to see it again; null: none.
 */
export function compareOpenHours(seed: number, count: number): string | null {
  const roll = rollDice(seed);
  const clocks = new Map<string, WallClock>();
  for (let round = 0; round < count; round++) {
    const [tz, ...dates] = pick(roll, STRETCHES);
    const date = pick(roll, dates);
    const from = Date.parse(date) - DAYS_BEFORE * DAY;
    const clock = clocks.get(tz + date) ?? readWallClock(tz, from, DAYS);
    clocks.set(tz + date, clock);
    const difference = compareOne(roll, clock);
    if (difference) return JSON.stringify({ seed, round, ...difference });
  }
  return null;
}

function compareOne(roll: () => number, clock: WallClock): object | null {
  const calendar = rollCalendar(roll, clock);
  const start = clock.from + Math.floor(roll() * 6 * 1_440 * 60) * 1_000;
  const end = start + Math.floor(roll() * 9 * 1_440 * 60) * 1_000;
  const durationMs = roll() < 0.1 ? 0 : Math.floor(roll() ** 3 * 4_000 * 60) * 1_000;
  const pauses = rollPauses(roll, start);
  const hours = compileCalendar(calendar);
  const walk = walkMinutes(clock, calendar, pauses);
  const due = dueAt(hours, start, durationMs, pauses);
  const within = due === null || due > walk.end ? undefined : due;
  const steps = explainDue(hours, start, durationMs, pauses);
  const worked = steps.reduce((sum, step) => sum + (step.kind === 'worked' ? step.ms : 0), 0);
  const last = steps.at(-1);
  const opening = nextOpening(hours, start);
  const ours = {
    due: within,
    elapsed: elapsedMs(hours, start, end, pauses),
    opening: opening === null || opening > walk.end ? undefined : opening,
    open: isOpen(hours, start),
    explained: last?.kind === 'due' ? last.at : null,
    worked: due === null ? 0 : worked,
  };
  const theirs = {
    due: walk.due(start, durationMs),
    elapsed: walk.elapsed(start, end),
    opening: walkMinutes(clock, calendar).due(start, 0),
    open: walk.isOpen(start),
    explained: due,
    worked: due === null ? 0 : durationMs,
  };
  const same = Object.entries(ours).every(([key, value]) => value === theirs[key as keyof typeof theirs]);
  return same ? null : { calendar, start, end, durationMs, pauses, ours, theirs };
}

function rollCalendar(roll: () => number, clock: WallClock): Calendar {
  const everyDay = roll() < 0.3 ? rollDay(roll) : null;
  const hours: Calendar['hours'] = {};
  for (const name of WEEKDAYS) if (roll() < 0.8) hours[name] = everyDay ?? rollDay(roll);
  if (roll() < 0.1) for (const name of WEEKDAYS) hours[name] = [['00:00', '24:00']];
  const rollDate = () => new Date(clock.from + Math.floor(roll() * DAYS) * DAY).toISOString().slice(0, 10);
  const times = (most: number) => Array.from({ length: Math.floor(roll() * (most + 1)) });
  return {
    tz: clock.tz,
    hours,
    holidays: times(4).map(rollDate),
    exceptions: Object.fromEntries(times(3).map(() => [rollDate(), roll() < 0.3 ? [] : rollDay(roll)])),
  };
}

/** Up to three intervals; with whole hours more often than not, so that they touch, and meet changes of clocks. */
function rollDay(roll: () => number): Interval[] {
  if (roll() < 0.15) return [['00:00', '24:00']];
  const grain = roll() < 0.6 ? 60 : 1;
  const count = 2 * (1 + Math.floor(roll() * 3));
  const cuts = new Set(Array.from({ length: count }, () => Math.floor((roll() * 1_441) / grain) * grain));
  const times = [...cuts].toSorted((a, b) => a - b).map(writeTime);
  const intervals: Interval[] = [];
  for (let at = 0; at + 1 < times.length; at += 2) intervals.push([times[at] ?? '', times[at + 1] ?? '']);
  return intervals;
}

function rollPauses(roll: () => number, start: number): Pause[] {
  const minute = Math.floor(start / MINUTE) * MINUTE;
  return Array.from({ length: Math.floor(roll() * 4) }, () => {
    const from = minute + Math.floor((roll() - 0.1) * 3 * 1_440) * MINUTE;
    return { from, to: roll() < 0.05 ? null : from + Math.floor(roll() ** 2 * 2_000) * MINUTE };
  });
}

function writeTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function rollDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(roll: () => number, list: readonly T[]): T {
  return list[Math.floor(roll() * list.length)] as T;
}
