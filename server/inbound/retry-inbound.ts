import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { awaitHandled } from './await-handled';
import { loadInbound } from './present-inbound';

/** One mail, for agents. Refuses with `not_found`. */
export async function readInbound(ctx: Context, id: string): Promise<InboundMail> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const [mail] = await ctx.inTransaction((tx) =>
    loadInbound(tx, { where: tx.sql`m.id = ${id}`, tail: tx.sql`` }),
  );
  if (!mail) throw notFound();
  return mail;
}

/**
 * Handles a parked or refused mail once more, as if it had come just now, and gives what came of it, or the mail as it is
 * worked on when that takes longer than some seconds. Refuses with `not_found`, `mail_settled`, `mail_gone`.
 */
export async function retryInbound(ctx: Context, id: string): Promise<InboundMail> {
  const before = await readInbound(ctx, id);
  if (before.state === 'received') return before;
  if (before.state !== 'parked' && before.state !== 'refused') {
    throw new Refusal('mail_settled', 'Only a parked or refused mail can be tried again.');
  }
  if (!before.kept) throw new Refusal('mail_gone', 'The bytes of this mail are kept no longer.');
  await ctx.inTransaction(
    ({ sql }) => sql`
      update inbound_mails set state = 'received', reason = null, detail = null, fingerprint = null, attempts = 0,
        settled_at = null, due_at = ${nowIso(ctx)}
      where id = ${id} and state in ('parked', 'refused') and sha256 is not null`,
  );
  ctx.bus.mailReceived();
  await awaitHandled(ctx, { id });
  return readInbound(ctx, id);
}
