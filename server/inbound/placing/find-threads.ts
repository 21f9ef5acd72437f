import type { Transaction } from '../../db/connect';
import type { ParsedMail } from '../parsing/parsed-mail';
import { findReplyAddress, type ReplyAddress, readReplyToken } from '../reply-address';
import { numberIn } from './read-subject';

/** A conversation that a mail may belong to. */
export interface MailThread {
  conversationId: string;
  companyId: string;
  number: number;
  subject: string;
  /** Who asked and who follows. */
  personId: string;
  followerIds: string[];
}

/** What a mail says of where it belongs. Nothing of it is authority: who sends must take part there. */
export interface MailTrail {
  /** The address that it was sent to, where that is a reader's own. */
  replyAddress: ReplyAddress | null;
  /** By that address, and by the mails that it answers: the nearest first. */
  threads: MailThread[];
  /** By the number in its subject. */
  named: MailThread | null;
}

const MOST_IDS = 50;

export async function findTrail(
  tx: Transaction,
  mail: ParsedMail,
  recipients: readonly string[],
  mailDomain: string,
): Promise<MailTrail> {
  const replyAddress = await findAddress(tx, recipients, mailDomain);
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()].slice(0, MOST_IDS);
  const answered = await findAnswered(tx, ids, mailDomain);
  const order = [...(replyAddress ? [replyAddress.conversationId] : []), ...answered];
  const found = await loadMailThreads(tx, order);
  const number = numberIn(mail.subject);
  const named = number === null ? null : await findNumber(tx, number);
  const threads = [...new Set(order)].flatMap((id) => found.get(id) ?? []);
  return { replyAddress, threads, named };
}

async function findAddress(
  tx: Transaction,
  recipients: readonly string[],
  mailDomain: string,
): Promise<ReplyAddress | null> {
  for (const recipient of recipients) {
    const token = readReplyToken(recipient, mailDomain);
    const found = token && (await findReplyAddress(tx, token));
    if (found) return found;
  }
  return null;
}

/** Conversations of mails with these ids: ours, and those that came in before. */
async function findAnswered({ sql }: Transaction, ids: string[], mailDomain: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const own = ids.map((id) =>
    id.toLowerCase().endsWith(`@${mailDomain}`) ? id.slice(0, id.lastIndexOf('@')) : '',
  );
  const rows = await sql<{ conversationId: string }[]>`
    select found.id as "conversationId"
    from unnest(${ids}::text[], ${own}::text[]) with ordinality as given (id, own, place)
      cross join lateral (
        select o.conversation_id as id from mail_outbox o where o.message_id = given.own
        union all
        select i.conversation_id from inbound_mails i where i.message_id = given.id
        union all
        select c.id from conversations c where given.own = 'conversation-' || c.id::text) as found
    where found.id is not null order by given.place`;
  return rows.map(({ conversationId }) => conversationId);
}

export async function findNumber(tx: Transaction, number: number): Promise<MailThread | null> {
  const [row] = await tx.sql<{ id: string }[]>`
    select conversation_id as id from tickets where number = ${number}`;
  return (row && (await loadMailThreads(tx, [row.id])).get(row.id)) ?? null;
}

async function loadMailThreads(
  { sql }: Transaction,
  ids: readonly string[],
): Promise<Map<string, MailThread>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<MailThread[]>`
    select c.id as "conversationId", c.company_id as "companyId", t.number::int, c.subject, c.person_id as "personId",
      c.follower_ids as "followerIds"
    from conversations c join tickets t on t.conversation_id = c.id where c.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.conversationId, row]));
}
