import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ClockKind, PauseReason, Priority, TicketStatus } from '@beseda/shared/domain/words';
import { type Clock, isOpenClock, isReaction } from './clock';
import { meetClock, pauseClock, reckonClock, rewindAlerts } from './reckon-clock';
import type { ServiceLevel } from './service-levels';

/** The ticket that the clocks belong to, as it stands once the thing has happened. */
export interface ClockedTicket {
  status: TicketStatus;
  priority: Priority;
  createdAt: number;
  /** An agent has answered before. */
  answered: boolean;
  /** Since when somebody waits for an answer; null: nobody does. */
  waitingSince: number | null;
}

/**
 * `asked`: a requester wrote and waits. `answered`: an agent wrote to them. `moved`: the status changed; `pause` says why
 * the clocks stand still besides what the status says. `ruled`: priority, plan, policy or calendar changed.
 */
export type Happening =
  | { kind: 'asked' | 'answered' | 'ruled' }
  | { kind: 'moved'; pause?: PauseReason | null };

/**
 * The clocks after something happened to their ticket; the given ones are not changed. Those that did not change are the
 * same objects. Without a service level nothing is promised: open clocks are cancelled.
 */
export function advanceClocks(
  clocks: readonly Clock[],
  level: ServiceLevel | null,
  ticket: ClockedTicket,
  happening: Happening,
  at: number,
): readonly Clock[] {
  if (!level) return clocks.map((clock) => (isOpenClock(clock) ? cancel(clock, at) : clock));
  switch (happening.kind) {
    case 'asked':
      return startMissing(stand(clocks, level, null, at), level, ticket, at);
    case 'answered':
      return clocks.map((clock) =>
        isOpenClock(clock) && isReaction(clock) ? meetClock(clock, level, at) : clock,
      );
    case 'moved':
      return moveWithStatus(clocks, level, ticket.status, happening.pause, at);
    case 'ruled':
      return startMissing(followRules(clocks, level, ticket, at), level, ticket, at);
  }
}

/** All open clocks stand still for this reason, or run; a solution that is taken back was none. */
function stand(
  clocks: readonly Clock[],
  level: ServiceLevel,
  reason: PauseReason | null,
  at: number,
): Clock[] {
  return clocks.map((clock) => {
    const reopened = reason !== 'solved' && !isReaction(clock) && clock.metAt !== null;
    if (!isOpenClock(clock) && !reopened) return clock;
    const next = pauseClock(reopened ? { ...clock, metAt: null } : clock, reason, at);
    return next === clock ? clock : reckonClock(next, level);
  });
}

function moveWithStatus(
  clocks: readonly Clock[],
  level: ServiceLevel,
  status: TicketStatus,
  pause: PauseReason | null | undefined,
  at: number,
): Clock[] {
  const rests = status === 'solved' || status === 'closed';
  if (!rests) return stand(clocks, level, pause ?? (status === 'pending' ? 'pending' : null), at);
  return clocks.map((clock) => {
    if (!isOpenClock(clock)) return clock;
    if (!isReaction(clock)) return pauseClock(meetClock(clock, level, at), 'solved', at);
    return status === 'closed' ? cancel(clock, at) : reckonClock(pauseClock(clock, 'solved', at), level);
  });
}

function followRules(
  clocks: readonly Clock[],
  level: ServiceLevel,
  { priority }: ClockedTicket,
  at: number,
): Clock[] {
  return clocks.map((clock) => {
    if (!isOpenClock(clock)) return clock;
    const target = level.targetOf(clock.kind, priority);
    if (target === null) return cancel(clock, at);
    return sameOr(clock, rewindAlerts({ ...clock, targetSeconds: target }, level, at));
  });
}

/** Starts what is promised and does not run yet: the reaction to what was written, the solution of the whole. */
function startMissing(
  clocks: readonly Clock[],
  level: ServiceLevel,
  ticket: ClockedTicket,
  at: number,
): Clock[] {
  const { status, waitingSince, answered, createdAt, priority } = ticket;
  const next = [...clocks];
  const start = (kind: ClockKind, startedAt: number) => {
    const target = level.targetOf(kind, priority);
    if (target === null) return;
    const clock = newClock(kind, target, startedAt);
    next.push(reckonClock(status === 'pending' ? pauseClock(clock, 'pending', at) : clock, level));
  };
  if (status === 'solved' || status === 'closed') return next;
  if (waitingSince !== null && !clocks.some((clock) => isOpenClock(clock) && isReaction(clock))) {
    start(answered ? 'next_reaction' : 'first_reaction', waitingSince);
  }
  if (!clocks.some((clock) => !isReaction(clock) && clock.cancelledAt === null))
    start('resolution', createdAt);
  return next;
}

function newClock(kind: ClockKind, targetSeconds: number, startedAt: number): Clock {
  return {
    id: uuidv7(),
    kind,
    targetSeconds,
    startedAt,
    pauses: [],
    dueAt: null,
    metAt: null,
    breachedAt: null,
    cancelledAt: null,
    alertLevel: 0,
    nextAlertAt: null,
  };
}

function cancel(clock: Clock, at: number): Clock {
  return { ...clock, cancelledAt: at, nextAlertAt: null };
}

/** The old object where nothing differs, so that nothing is written. */
function sameOr(before: Clock, after: Clock): Clock {
  const keys = ['targetSeconds', 'dueAt', 'breachedAt', 'alertLevel', 'nextAlertAt'] as const;
  return keys.every((key) => before[key] === after[key]) ? before : after;
}
