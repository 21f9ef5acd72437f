import { dueAt } from '@beseda/shared/domain/open-hours';
import { type Clock, type ClockPause, isOpenClock, standsStill } from './clock';
import type { ServiceLevel } from './service-levels';

/** At this part of its time a clock warns. */
const WARNING = 0.75;

/** The clock with its deadline and its next alert as they follow from start, target, pauses and hours. */
export function reckonClock(clock: Clock, { hours, escalateMs }: ServiceLevel): Clock {
  const target = clock.targetSeconds * 1000;
  const after = (ms: number) => dueAt(hours, clock.startedAt, ms, clock.pauses);
  if (!isOpenClock(clock)) return { ...clock, nextAlertAt: null };
  if (standsStill(clock)) return { ...clock, dueAt: null, nextAlertAt: null };
  const alerts = [target * WARNING, target, target + escalateMs, target + 2 * escalateMs];
  const next = alerts[clock.alertLevel];
  return { ...clock, dueAt: after(target), nextAlertAt: next === undefined ? null : after(next) };
}

/** The same clock under other rules: what lies ahead again is warned of again, and is not missed any more. */
export function rewindAlerts(clock: Clock, level: ServiceLevel, at: number): Clock {
  const fresh = reckonClock({ ...clock, alertLevel: 0 }, level);
  if (fresh.dueAt === null || fresh.dueAt <= at) return reckonClock(clock, level);
  const warned = fresh.nextAlertAt !== null && fresh.nextAlertAt <= at && clock.alertLevel > 0;
  return reckonClock({ ...clock, alertLevel: warned ? 1 : 0, breachedAt: null }, level);
}

/** Lets the clock stand still for this reason from now on, or run again with none. */
export function pauseClock(clock: Clock, reason: ClockPause['reason'] | null, at: number): Clock {
  const last = clock.pauses.at(-1);
  const standing = last?.to === null ? last.reason : null;
  if (standing === reason) return clock;
  const ended =
    last?.to === null
      ? [...clock.pauses.slice(0, -1), { ...last, to: Math.max(at, last.from) }]
      : clock.pauses;
  return { ...clock, pauses: reason === null ? ended : [...ended, { from: at, to: null, reason }] };
}

/** What was promised has been done. Too late where the deadline had passed, whether somebody noticed or not. */
export function meetClock(clock: Clock, level: ServiceLevel, at: number): Clock {
  const { dueAt: due } = reckonClock(pauseClock(clock, null, at), level);
  const late = clock.breachedAt ?? (due !== null && due < at ? due : null);
  return { ...clock, dueAt: due, metAt: at, breachedAt: late, nextAlertAt: null };
}
