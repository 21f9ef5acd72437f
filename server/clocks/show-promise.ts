import type { ShownPromise } from '@beseda/shared/domain/event';
import { type Clock, isOpenClock, isReaction, standsStill } from './clock';

/** What the requester is told of a ticket's clocks: the answer before the solution, what is to come before what was. */
export function showPromise(clocks: readonly Clock[], before: ShownPromise | null): ShownPromise | null {
  const open = clocks.filter(isOpenClock);
  const next = open.find(isReaction) ?? open[0];
  if (next) return present(next);
  const met = clocks.filter(({ metAt }) => metAt !== null);
  const last = met.toSorted((a, b) => (b.metAt ?? 0) - (a.metAt ?? 0))[0];
  if (last) return laterOf(present(last), before);
  return before?.state === 'met' ? before : null;
}

/** Clocks that were met before are not at hand any more. */
function laterOf(promise: ShownPromise, before: ShownPromise | null): ShownPromise {
  return before?.state === 'met' && (before.metAt ?? '') > (promise.metAt ?? '') ? before : promise;
}

function present(clock: Clock): ShownPromise {
  return {
    kind: clock.kind,
    state: stateOf(clock),
    dueAt: toIsoOrNull(clock.dueAt),
    reason: isOpenClock(clock) && standsStill(clock) ? (clock.pauses.at(-1)?.reason ?? null) : null,
    metAt: toIsoOrNull(clock.metAt),
  };
}

function stateOf(clock: Clock): ShownPromise['state'] {
  if (clock.metAt !== null) return 'met';
  if (standsStill(clock)) return 'paused';
  return clock.breachedAt === null ? 'running' : 'missed';
}

/** The earliest deadline that runs; null: none does. */
export function nextDueOf(clocks: readonly Clock[]): string | null {
  const due = clocks.filter(isOpenClock).flatMap(({ dueAt }) => dueAt ?? []);
  return due.length === 0 ? null : toIsoOrNull(Math.min(...due));
}

export function samePromise(a: ShownPromise | null, b: ShownPromise | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.kind === b.kind &&
    a.state === b.state &&
    a.dueAt === b.dueAt &&
    a.reason === b.reason &&
    a.metAt === b.metAt
  );
}

function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
