import type { PromiseReason } from '@beseda/shared/domain/event';
import type { LockedConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { queuePromiseMail } from '../mail/queue-promise-mail';
import type { Clock } from './clock';
import type { ServiceLevels } from './service-levels';
import { turnClocks } from './turn-clocks';

export interface Ruling {
  reason: PromiseReason;
  author: StoredEvent['author'];
  at: string;
}

/**
 * Reckons the open clocks of a locked conversation anew, since priority, plan, policy or calendar changed, and records
 * each deadline that moved. Agents are told of all; requesters of what they were promised. The caller stores the clocks.
 */
export async function recordRulings(
  tx: Transaction,
  locked: LockedConversation,
  levels: ServiceLevels,
  { reason, author, at }: Ruling,
): Promise<StoredEvent[]> {
  const before = new Map(locked.clocks.map((clock) => [clock.id, clock]));
  const turn = turnClocks(locked, levels, { kind: 'ruled' }, at);
  Object.assign(locked, { clocks: turn.clocks, promise: turn.promise });
  const moved = turn.changed.filter((clock) => deadlineOf(clock) !== deadlineOf(before.get(clock.id)));
  const recorded: StoredEvent[] = [];
  for (const clock of turn.told && moved.length === 0 ? turn.changed.slice(0, 1) : moved) {
    const told = turn.told && clock === (moved.at(-1) ?? clock);
    recorded.push(
      await recordChange(tx, locked, {
        kind: 'promise',
        author,
        at,
        from: deadlineOf(before.get(clock.id)),
        to: deadlineOf(clock),
        clock: clock.kind,
        reason,
        audience: told ? 'all' : 'agents',
        ...(told ? { promise: turn.promise } : {}),
      }),
    );
  }
  await queuePromiseMail(tx, locked, recorded, at);
  return recorded;
}

function deadlineOf(clock: Clock | undefined): string | null {
  if (!clock || clock.cancelledAt !== null || clock.dueAt === null) return null;
  return new Date(clock.dueAt).toISOString();
}
