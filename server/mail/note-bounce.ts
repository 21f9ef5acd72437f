import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { ParsedMail } from '../inbound/parsing/parsed-mail';
import { markAddress } from './mark-address';
import { recordUndelivered } from './record-undelivered';
import { readReturnAddress } from './return-path';

export interface BounceReport {
  bounce: NonNullable<ParsedMail['bounce']>;
  envelope: { from: string | null; to: string[] };
}

interface BouncedMail {
  id: string;
  conversationId: string | null;
  agentId: string | null;
  recipient: string;
  isNoted: boolean;
}

/**
 * A report that a mail of ours was not delivered: its address is marked, and the agents on the ticket read it. Which mail
 * it is, its own return path says, else the Message-ID that it quotes together with the recipient: both are known to who
 * got the mail alone. Null: none of ours, or one that belongs to no ticket. Safe to repeat.
 */
export async function noteBounce(
  services: Services,
  report: BounceReport,
): Promise<{ conversationId: string; ticket: number } | null> {
  const at = nowIso(services);
  const { event, place } = await services.database.inTransaction(SYSTEM, async (tx) => {
    const found = await findBounced(tx, report, services.environment.mailDomain);
    const locked = found?.conversationId && (await lockConversation(tx, found.conversationId));
    const marked = found && !found.isNoted ? await note(tx, found, report, at) : null;
    if (!found || !locked) return { event: null, place: null };
    const place = { conversationId: locked.id, ticket: locked.number };
    if (marked === null || found.agentId) return { event: null, place };
    const news = { address: found.recipient, status: report.bounce.status, marked, at };
    return { event: await recordUndelivered(tx, locked, news), place };
  });
  publish(services, event);
  return place;
}

function publish({ bus }: Services, event: StoredEvent | null): void {
  if (event) bus.recorded([event]);
}

async function findBounced(
  { sql }: Transaction,
  { bounce, envelope }: BounceReport,
  domain: string,
): Promise<BouncedMail | null> {
  const columns = sql`id, conversation_id as "conversationId", agent_id as "agentId", recipient, bounced_at is not null as "isNoted"`;
  for (const address of envelope.to) {
    const messageId = readReturnAddress(address);
    if (!messageId) continue;
    const [mail] = await sql<BouncedMail[]>`
      select ${columns} from mail_outbox where message_id = ${messageId} and state in ('sent', 'sending')`;
    if (mail) return mail;
  }
  const { originalMessageId, recipient } = bounce;
  if (!originalMessageId?.endsWith(`@${domain}`) || !recipient) return null;
  const [mail] = await sql<BouncedMail[]>`
    select ${columns} from mail_outbox where message_id = ${originalMessageId.slice(0, -domain.length - 1)}
      and lower(recipient) = lower(${recipient}) and state in ('sent', 'sending')`;
  return mail ?? null;
}

/** Whether nothing is sent there any more; null: another report was first. */
async function note(
  tx: Transaction,
  { id, recipient }: BouncedMail,
  { bounce }: BounceReport,
  at: string,
): Promise<boolean | null> {
  const noted =
    await tx.sql`update mail_outbox set bounced_at = ${at} where id = ${id} and bounced_at is null`;
  if (noted.count === 0) return null;
  return markAddress(tx, { address: recipient, status: bounce.status, isPermanent: bounce.permanent, at });
}
