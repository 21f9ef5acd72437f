import { recordAudit } from '../audit/record-audit';
import type { Context } from '../context/context';
import { describeError } from '../context/logger';
import { notFound, Refusal } from '../context/refusal';
import { lockConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { removeDetached } from '../files/remove-detached';

/**
 * Deletes a ticket for good: its conversation, what waits to be mailed about it, and its files. What others hold of the
 * same content stays theirs. Refuses with `forbidden` who is no admin, with `not_found`.
 */
export async function deleteTicket(ctx: Context, number: number): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  if (actor.role !== 'admin') throw new Refusal('forbidden', 'Only an admin deletes tickets.');
  const { conversationId, personIds, files } = await ctx.inTransaction(async (tx) => {
    const [ticket] = await tx.sql<{ id: string }[]>`
      select conversation_id as id from tickets where number = ${number}`;
    const locked = ticket && (await lockConversation(tx, ticket.id));
    if (!locked) throw notFound();
    const files = await detachFiles(tx, locked.id);
    await tx.sql`delete from mail_outbox where conversation_id = ${locked.id}`;
    await tx.sql`delete from conversations where id = ${locked.id}`;
    await recordAudit(ctx, tx, {
      kind: 'ticket',
      id: locked.id,
      name: `#${number}`,
      before: { company: locked.companyId, person: locked.personId, status: locked.status },
    });
    return { conversationId: locked.id, personIds: [locked.personId, ...locked.followerIds], files };
  });
  ctx.bus.deleted({ conversationId, personIds, number });
  await removeDetached(ctx, files).catch((error: unknown) => {
    ctx.log.warn({ number, ...describeError(error) }, 'files of a deleted ticket left to the sweeper');
  });
}

/** As uploads that nobody has sent for ages: should this process die now, the sweeper takes them with its next turn. */
async function detachFiles({ sql }: Transaction, conversationId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update attachments a set message_id = null, created_at = 'epoch' from messages m
    where m.id = a.message_id and m.conversation_id = ${conversationId} returning a.id`;
  return rows.map(({ id }) => id);
}
