import { type Calendar, compileCalendar, dueAt } from '@beseda/shared/domain/open-hours';
import { compareOpenHours } from '../testing/compare-open-hours';

export interface HoursRate {
  due: number;
  /** Readings of the zone's clock: what reckoning without a memory could not do less than once for each due instant. */
  floor: number;
}

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const FROM = Date.parse('2026-01-01T00:00:00Z');
const AT_ONCE = 1_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const standard: Calendar = {
  tz: 'Europe/Moscow',
  hours: Object.fromEntries(weekdays.map((name) => [name, [['08:00', '20:00']]])),
  holidays: ['2026-05-01', '2026-05-11', '2026-06-12', '2026-11-04', '2026-12-31'],
  exceptions: { '2026-11-03': [['08:00', '19:00']] },
};

/** Both per second, by turns in this process, so that they meet the same machine. */
export async function measureHours({ seconds }: { seconds: number }): Promise<HoursRate> {
  const hours = compileCalendar(standard);
  const zone = new Intl.DateTimeFormat('en-US', {
    timeZone: standard.tz,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const due = createStopwatch((at) => dueAt(hours, at, (1 + (at % 40)) * HOUR) ?? 0);
  const floor = createStopwatch((at) => zone.format(at).length);
  for (const watch of [due, floor]) watch.run(1);
  const until = performance.now() + 2_000 * seconds;
  const timed = [due, floor].map((watch) => ({ watch, from: watch.read() }));
  while (performance.now() < until) for (const { watch } of timed) watch.run(20);
  const [ours = 0, theirs = 0] = timed.map(({ watch, from }) => {
    const { count, ms } = watch.read();
    return ((count - from.count) / (ms - from.ms)) * 1_000;
  });
  return { due: ours, floor: theirs };
}

/** Null, or what the first difference to a walk from minute to minute is. */
export async function compareCalendars(input: { seed: number; count: number }): Promise<string | null> {
  return compareOpenHours(input.seed, input.count);
}

/** Instants spread over a year; the sum keeps the work from being left out. */
function createStopwatch(work: (at: number) => number) {
  let [count, ms, sum] = [0, 0, 0];
  return {
    run(rounds: number) {
      const begun = performance.now();
      for (let i = 0; i < rounds * AT_ONCE; i++) sum += work(FROM + (((count + i) * 7_919_000) % YEAR));
      ms += performance.now() - begun;
      count += rounds * AT_ONCE;
    },
    read: () => ({ count, ms, sum }),
  };
}
