import type { Connection } from '@beseda/shared/client/connect';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import type { Notices } from './notices';
import type { Queue } from './queue';
import { applyPatch, changesAnything, reversePatch, type TicketProperties } from './undo';

export type UpdatedTicket = TicketProperties & { number: number };

export interface TicketUpdates {
  /** Patches on their way, by ticket number; views lay them over what the server has said. */
  pending: Value<ReadonlyMap<number, TicketPatch>>;
  /** The latest accepted rows, by number: they may be ahead of the thread. */
  accepted: Value<ReadonlyMap<number, QueueRow>>;
  /** Shows the change at once, sends it, and offers to take it back; says why when it was refused. */
  update(ticket: UpdatedTicket, patch: TicketPatch): Promise<void>;
}

export function createTicketUpdates(options: {
  connection: Connection;
  queue: Queue;
  notices: Notices;
  nameOf: (agentId: string) => string;
}): TicketUpdates {
  const { connection, queue, notices, nameOf } = options;
  const pending = createValue<ReadonlyMap<number, TicketPatch>>(new Map());
  const accepted = createValue<ReadonlyMap<number, QueueRow>>(new Map());

  function settle(number: number, patch: TicketPatch): void {
    const left = { ...pending.get().get(number) };
    for (const key of Object.keys(patch) as (keyof TicketPatch)[]) {
      if (left[key] === patch[key]) delete left[key];
    }
    const next = new Map(pending.get());
    if (Object.keys(left).length > 0) next.set(number, left);
    else next.delete(number);
    pending.set(next);
  }

  async function update(ticket: UpdatedTicket, patch: TicketPatch): Promise<void> {
    if (!changesAnything(ticket, patch)) return;
    const { number } = ticket;
    const row = queue.find(number);
    pending.set(new Map(pending.get()).set(number, { ...pending.get().get(number), ...patch }));
    if (row) queue.take(applyPatch(row, patch, nameOf));
    const answer = connection.request('ticket:update', { number, patch });
    const after = { ...applyPatch(ticket, patch, nameOf), number };
    // The way back is offered at once and taken once the way there is known.
    const undo = () =>
      void answer.then(async (ack) => {
        if (ack.ok) await update(after, reversePatch(ticket, patch));
      });
    const assigneeName = patch.assignee ? nameOf(patch.assignee) : null;
    const notice = notices.show({ kind: 'changed', number, patch, assigneeName, undo });
    const ack = await answer;
    if (ack.ok) {
      const isProposal = patch.status === 'solved' && ack.data.status === 'pending';
      if (isProposal && notices.dismiss(notice)) notices.show({ kind: 'proposed', number, undo });
      accepted.set(new Map(accepted.get()).set(number, ack.data));
      queue.take(ack.data);
    } else {
      notices.dismiss(notice);
      if (row) queue.take(row);
      notices.show({ kind: 'failed', number, code: ack.code, retry: () => void update(ticket, patch) });
    }
    settle(number, patch);
  }

  return { pending, accepted, update };
}
