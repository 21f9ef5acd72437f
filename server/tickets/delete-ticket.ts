import { recordAudit } from '../audit/record-audit';
import type { Context } from '../context/context';
import { describeError } from '../context/logger';
import { notFound, Refusal } from '../context/refusal';
import type { DeletedTicket } from '../conversations/event-bus';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { removeContent, removeDetached } from '../files/remove-detached';
import { lockTicket } from './lock-ticket';

/**
 * Deletes a ticket for good: its conversation, what waits to be mailed about it, and its files. What others hold of the
 * same content stays theirs. Refuses with `forbidden` who is no admin, with `not_found`.
 */
export async function deleteTicket(ctx: Context, number: number): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  if (actor.role !== 'admin') throw new Refusal('forbidden', 'Only an admin deletes tickets.');
  const removed = await ctx.inTransaction(async (tx) => removeTicket(ctx, tx, await lockTicket(tx, number)));
  await finishRemoval(ctx, removed);
}

interface RemovedTicket extends DeletedTicket {
  files: string[];
  /** Hashes of the mails that it came in by. */
  mails: string[];
}

/** Takes a locked ticket out, with what hangs on it. After COMMIT, `finishRemoval` does the rest. */
export async function removeTicket(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
): Promise<RemovedTicket> {
  const { id, number, companyId, personId, followerIds, status } = locked;
  const files = await detachFiles(tx, id);
  const mails = await emptyMails(tx, id);
  await tx.sql`delete from mail_outbox where conversation_id = ${id}`;
  await tx.sql`delete from article_searches where ticket_number = ${number}`;
  await tx.sql`delete from conversations where id = ${id}`;
  await recordAudit(ctx, tx, {
    kind: 'ticket',
    id,
    name: `#${number}`,
    before: { company: companyId, person: personId, status },
  });
  return { conversationId: id, companyId, personIds: [personId, ...followerIds], number, files, mails };
}

/** Tells everybody, and removes the files. What goes wrong with them is left to the sweeper. */
export async function finishRemoval(ctx: Context, { files, mails, ...ticket }: RemovedTicket): Promise<void> {
  ctx.bus.deleted(ticket);
  const remove = async () => {
    await removeDetached(ctx, files);
    for (const sha256 of mails) await removeContent(ctx, sha256);
  };
  await remove().catch((error: unknown) => {
    ctx.log.warn(
      { number: ticket.number, ...describeError(error) },
      'files of a deleted ticket left to the sweeper',
    );
  });
}

/** As uploads that nobody has sent for ages: should this process die now, the sweeper takes them with its next turn. */
async function detachFiles({ sql }: Transaction, conversationId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update attachments a set message_id = null, created_at = 'epoch' from messages m
    where m.id = a.message_id and m.conversation_id = ${conversationId} returning a.id`;
  return rows.map(({ id }) => id);
}

/** That a mail was handled stays known: delivered once more, it must not open the ticket anew. */
async function emptyMails({ sql }: Transaction, conversationId: string): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    update inbound_mails m set sha256 = null, mail = null, remote = null, helo = null, envelope_from = null, envelope_to = '{}',
      message_id = null, reason = 'ticket_deleted'
    from inbound_mails old where old.id = m.id and m.conversation_id = ${conversationId} and old.sha256 is not null
    returning old.sha256`;
  return rows.map(({ sha256 }) => sha256);
}
