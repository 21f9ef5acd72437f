import type { ShownPromise, StateChange } from '@beseda/shared/domain/event';
import type { ServiceLevels } from '../clocks/service-levels';
import { turnClocks } from '../clocks/turn-clocks';
import { writeClocks } from '../clocks/write-clocks';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';

/** Somebody waits on this open ticket since then: clocks start. Gives what the event has to say that tells of it. */
export async function letWait(
  tx: Transaction,
  locked: LockedConversation,
  levels: ServiceLevels,
  since: string,
  at: string,
): Promise<{ promise?: ShownPromise | null; state: StateChange }> {
  const before = locked.clocks;
  locked.waitingSince = since;
  const { clocks, promise, told } = turnClocks(locked, levels, { kind: 'asked' }, at);
  Object.assign(locked, { clocks, promise });
  await tx.sql`update tickets set waiting_since = ${since} where conversation_id = ${locked.id}`;
  await writeClocks(tx, locked, before);
  return { state: { waitingSince: since }, ...(told ? { promise } : {}) };
}
