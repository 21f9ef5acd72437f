import type { ShownPromise } from '@beseda/shared/domain/event';
import type { LockedConversation } from '../conversations/lock-conversation';
import { advanceClocks, type Happening } from './advance-clocks';
import type { Clock } from './clock';
import type { ServiceLevels } from './service-levels';
import { samePromise, showPromise } from './show-promise';

/** What became of a ticket's clocks: what is to be written, and what its requester is told now. */
export interface ClockTurn {
  clocks: readonly Clock[];
  /** Those that are new or changed. */
  changed: readonly Clock[];
  promise: ShownPromise | null;
  /** The requester is told something else than before. */
  told: boolean;
}

/** Lets the clocks of a locked conversation follow what happened. Pure: `locked` holds the ticket as it stands then. */
export function turnClocks(
  locked: LockedConversation,
  levels: ServiceLevels,
  happening: Happening,
  at: string,
): ClockTurn {
  const ticket = {
    status: locked.status,
    priority: locked.priority,
    createdAt: Date.parse(locked.createdAt),
    answered: locked.firstAnsweredAt !== null,
    waitingSince: locked.waitingSince === null ? null : Date.parse(locked.waitingSince),
  };
  const clocks = advanceClocks(locked.clocks, levels.of(locked.terms), ticket, happening, Date.parse(at));
  const changed = clocks.filter((clock) => !locked.clocks.includes(clock));
  const promise = changed.length === 0 ? locked.promise : showPromise(clocks, locked.promise);
  const told = !samePromise(promise, locked.promise);
  return { clocks, changed, promise, told };
}
