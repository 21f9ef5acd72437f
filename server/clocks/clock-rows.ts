import { type Clock, type ClockPause, isOpenClock } from './clock';

/** A clock as JSON has it: instants as ISO 8601. */
export interface ClockRow {
  id: string;
  kind: Clock['kind'];
  targetSeconds: number;
  startedAt: string;
  pauses: { from: string; to: string | null; reason: ClockPause['reason'] }[];
  dueAt: string | null;
  metAt: string | null;
  breachedAt: string | null;
  cancelledAt: string | null;
  alertLevel: number;
  nextAlertAt: string | null;
}

/** For `json_build_object` over `clocks k`. */
export const CLOCK_COLUMNS = `'id', k.id, 'kind', k.kind, 'targetSeconds', k.target_seconds, 'startedAt', k.started_at,
  'pauses', k.pauses, 'dueAt', k.due_at, 'metAt', k.met_at, 'breachedAt', k.breached_at, 'cancelledAt', k.cancelled_at,
  'alertLevel', k.alert_level, 'nextAlertAt', k.next_alert_at`;

export function toClock(row: ClockRow): Clock {
  return {
    id: row.id,
    kind: row.kind,
    targetSeconds: row.targetSeconds,
    startedAt: Date.parse(row.startedAt),
    pauses: row.pauses.map(({ from, to, reason }) => ({
      from: Date.parse(from),
      to: to === null ? null : Date.parse(to),
      reason,
    })),
    dueAt: parseOrNull(row.dueAt),
    metAt: parseOrNull(row.metAt),
    breachedAt: parseOrNull(row.breachedAt),
    cancelledAt: parseOrNull(row.cancelledAt),
    alertLevel: row.alertLevel,
    nextAlertAt: parseOrNull(row.nextAlertAt),
  };
}

export function toClockRow(clock: Clock): ClockRow {
  const { id, kind, targetSeconds, alertLevel } = clock;
  return {
    id,
    kind,
    targetSeconds,
    startedAt: toIso(clock.startedAt),
    pauses: clock.pauses.map(({ from, to, reason }) => ({ from: toIso(from), to: isoOrNull(to), reason })),
    dueAt: isoOrNull(clock.dueAt),
    metAt: isoOrNull(clock.metAt),
    breachedAt: isoOrNull(clock.breachedAt),
    cancelledAt: isoOrNull(clock.cancelledAt),
    alertLevel,
    nextAlertAt: isOpenClock(clock) ? isoOrNull(clock.nextAlertAt) : null,
  };
}

function parseOrNull(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at);
}
