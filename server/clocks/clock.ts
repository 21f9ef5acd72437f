import type { ClockKind, PauseReason } from '@beseda/shared/domain/words';

export interface ClockPause {
  from: number;
  /** Null: it stands still now. */
  to: number | null;
  reason: PauseReason;
}

/** One promise of a ticket while a transaction works on it. Instants in ms since the epoch. */
export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  targetSeconds: number;
  readonly startedAt: number;
  pauses: readonly ClockPause[];
  /** Null while it stands still. */
  dueAt: number | null;
  metAt: number | null;
  breachedAt: number | null;
  cancelledAt: number | null;
  /** How many of the alerts have been given; the next is due at `nextAlertAt`. */
  alertLevel: number;
  nextAlertAt: number | null;
}

export function isOpenClock(clock: Clock): boolean {
  return clock.metAt === null && clock.cancelledAt === null;
}

export function isReaction({ kind }: Clock): boolean {
  return kind !== 'resolution';
}

export function standsStill({ pauses }: Clock): boolean {
  return pauses.at(-1)?.to === null;
}
