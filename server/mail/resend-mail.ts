import type { OutgoingState } from '@beseda/shared/domain/words';
import type { OutgoingMailRow } from '@beseda/shared/protocol/outgoing-mails';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { presentOutgoing, selectOutgoing } from './list-outgoing';
import { unmarkAddress } from './mark-address';

interface LockedMail {
  state: OutgoingState;
  recipient: string;
  isBounced: boolean;
}

/**
 * An agent sends a mail again that was given up, came back, or had been cancelled: at once, with what its reader has not
 * been told by then. Its address takes mail again. Refuses with `not_found`, `mail_on_its_way`.
 */
export async function resendMail(ctx: Context, id: string): Promise<OutgoingMailRow> {
  return change(ctx, id, async (tx, { state, recipient, isBounced }) => {
    if (state !== 'dead' && state !== 'cancelled' && !isBounced) throw onItsWay();
    await unmarkAddress(tx, recipient);
    // Not `waiting`: there may be a younger one of that state, which then finds nothing left to say.
    await tx.sql`
      update mail_outbox set state = 'sending', attempts = 0, due_at = ${nowIso(ctx)}, last_error = null, sent_at = null,
        bounced_at = null, data = data - 'after' - 'upTo' - 'until'
      where id = ${id}`;
  });
}

/**
 * Takes back what no server has taken yet: what it would have said goes with the next mail. Refuses with `not_found`,
 * `mail_settled`.
 */
export async function cancelMail(ctx: Context, id: string): Promise<OutgoingMailRow> {
  return change(ctx, id, async (tx, { state }) => {
    if (state !== 'waiting' && state !== 'sending') {
      throw new Refusal('mail_settled', 'This mail waits no more.');
    }
    await tx.sql`update mail_outbox set state = 'cancelled' where id = ${id}`;
  });
}

function onItsWay(): Refusal {
  return new Refusal('mail_on_its_way', 'This mail has been sent, or will be.');
}

async function change(
  ctx: Context,
  id: string,
  work: (tx: Transaction, mail: LockedMail) => Promise<void>,
): Promise<OutgoingMailRow> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async (tx) => {
    const [mail] = await tx.sql<LockedMail[]>`
      select state, recipient, bounced_at is not null as "isBounced" from mail_outbox where id = ${id} for update`;
    if (!mail) throw notFound();
    await work(tx, mail);
    const [row] = await tx.sql<Parameters<typeof presentOutgoing>[0][]>`
      ${selectOutgoing(tx.sql)} where m.id = ${id}`;
    if (!row) throw notFound();
    return presentOutgoing(row);
  });
}
