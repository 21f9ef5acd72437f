import type { AcceptanceStep } from '@beseda/shared/domain/event';
import type { TicketStatus } from '@beseda/shared/domain/words';
import type { ServiceLevels } from '../clocks/service-levels';
import { turnClocks } from '../clocks/turn-clocks';
import { writeClocks } from '../clocks/write-clocks';
import type { LockedConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';

export interface Move {
  to: TicketStatus;
  author: StoredEvent['author'];
  at: string;
  acceptance?: AcceptanceStep;
  /** By when the company is asked to say whether a task is done. */
  acceptBy?: string;
}

/** Gives a locked ticket another status: the event, the clocks that follow, the row. Whatever was proposed ends with it. */
export async function moveStatus(
  tx: Transaction,
  locked: LockedConversation,
  levels: ServiceLevels,
  { to, author, at, acceptance, acceptBy }: Move,
): Promise<StoredEvent> {
  const { status: from, clocks: before, acceptBy: proposed } = locked;
  const until = acceptBy ?? null;
  const rests = to === 'solved' || to === 'closed';
  Object.assign(locked, { status: to, acceptBy: until, ...(rests ? { waitingSince: null } : {}) });
  const happening = { kind: 'moved', pause: until === null ? null : 'acceptance' } as const;
  const { clocks, promise, told } = turnClocks(locked, levels, happening, at);
  Object.assign(locked, { clocks, promise });
  const step = acceptance ?? (proposed === null ? undefined : 'withdrawn');
  const event = await recordChange(tx, locked, {
    kind: 'status',
    author,
    from,
    to,
    at,
    ...(step ? { acceptance: step } : {}),
    ...(until === null && proposed === null ? {} : { state: { acceptBy: until } }),
    ...(told ? { promise } : {}),
  });
  await tx.sql`
    update tickets set status = ${to}, accept_by = ${until}, waiting_since = ${locked.waitingSince}, updated_at = ${at}
    where conversation_id = ${locked.id}`;
  await writeClocks(tx, locked, before);
  return event;
}
