import type { OutgoingKind } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { toJson } from '../db/to-json';
import { replyAddressFor } from '../inbound/reply-address';
import { type AnswerSpan, composeAnswer } from './compose-answer';
import { composeConfirmation } from './compose-confirmation';
import { composeNotServed } from './compose-not-served';
import { composeNotice } from './compose-notice';
import { composePortalLink } from './compose-portal-link';
import { composeSignIn } from './compose-sign-in';
import type { ComposedMail } from './composed-mail';
import { findMark } from './mark-address';
import { oneLine } from './one-line';
import type { OutgoingMail } from './outgoing-mail';
import { readIdentity, senderOf } from './sender-of';

/** A row of the outbox that this process alone works on until its lease runs out. */
export interface ClaimedMail {
  id: string;
  kind: OutgoingKind;
  conversationId: string | null;
  companyId: string | null;
  /** Of an answer: its reader. */
  personId: string | null;
  /** Of a notice: whom it is for. */
  agentId: string | null;
  recipient: string;
  span: AnswerSpan | null;
  messageId: string;
  /** This attempt included. */
  attempts: number;
  createdAt: string;
}

export interface DueMail {
  id: string;
  conversationId: string | null;
}

/** Why a mail is given up unsent: its address takes none. */
const ADDRESS_MARKED = 'address marked';
/** A process that dies while sending leaves its mail to the others after this time. */
const LEASE_MS = 120_000;
const MOST_PER_PASS = 100;

/**
 * A row in state `sending` is due again when its lease or its pause is over. One mail of a conversation at a time to
 * each reader: a follower does not wait for an address that takes none.
 */
export async function findDueMail(services: Services): Promise<DueMail[]> {
  const now = new Date(services.now()).toISOString();
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<DueMail[]>`
      select id, conversation_id as "conversationId" from mail_outbox m
      where state in ('waiting', 'sending') and due_at <= ${now} and not exists (
        select 1 from mail_outbox o where o.conversation_id = m.conversation_id and o.recipient = m.recipient
          and o.state = 'sending' and o.id <> m.id)
      order by due_at limit ${MOST_PER_PASS}`,
  );
  return [...rows];
}

/**
 * Takes the mail for one attempt and writes it as things stand now. Null: somebody else has it, or nothing is left to
 * say. The conversation is locked first, as whoever answers does: an answer is in this mail, or finds it gone and
 * queues the next.
 */
export async function claimMail(
  services: Services,
  due: DueMail,
): Promise<{ claimed: ClaimedMail; mail: OutgoingMail } | null> {
  const identity = await readIdentity(services);
  return services.database.inTransaction(SYSTEM, async (tx) => {
    if (due.conversationId)
      await tx.sql`select 1 from conversations where id = ${due.conversationId} for share`;
    const claimed = await lease(services, tx, due.id);
    if (!claimed) return null;
    if (await findMark(tx, claimed.recipient)) return giveUp(tx, claimed, ADDRESS_MARKED);
    const composed = await compose(services, tx, claimed);
    if (!composed) {
      await tx.sql`update mail_outbox set state = 'dropped' where id = ${claimed.id}`;
      return null;
    }
    const { mailDomain } = services.environment;
    const withDomain = (id: string) => `${id}@${mailDomain}`;
    const sender = await senderOf(tx, identity, { ...claimed, locale: composed.locale });
    const reply = await replyLocal(tx, claimed);
    const mail: OutgoingMail = {
      id: claimed.id,
      createdAt: claimed.createdAt,
      messageId: withDomain(claimed.messageId),
      references: composed.thread.map(withDomain),
      ...sender,
      ...(reply ? { replyTo: { name: sender.from.name, address: withDomain(reply) } } : {}),
      ...(composed.unsubscribe ? { unsubscribe: composed.unsubscribe } : {}),
      to: { name: oneLine(composed.name), address: claimed.recipient },
      ...composed.body,
    };
    return { claimed, mail };
  });
}

/** Of the address for answers of this mail's reader in its conversation. */
async function replyLocal(
  tx: Transaction,
  { conversationId, companyId, agentId, recipient, personId }: ClaimedMail,
): Promise<string | null> {
  if (agentId && conversationId && companyId) {
    return replyAddressFor(tx, { conversationId, companyId, agentId });
  }
  const [reader] = await tx.sql<{ companyId: string; personId: string }[]>`
    select c.company_id as "companyId", p.id as "personId"
    from conversations c join people p on p.id = coalesce(${personId}::uuid, c.person_id)
    where c.id = ${conversationId} and lower(p.email) = lower(${recipient})`;
  return conversationId && reader ? replyAddressFor(tx, { conversationId, ...reader }) : null;
}

async function giveUp({ sql }: Transaction, { id }: ClaimedMail, reason: string): Promise<null> {
  await sql`update mail_outbox set state = 'dead', last_error = ${reason} where id = ${id}`;
  return null;
}

interface ClaimRow extends Omit<ClaimedMail, 'span'> {
  data: Partial<AnswerSpan>;
}

async function lease(services: Services, { sql }: Transaction, id: string): Promise<ClaimedMail | null> {
  const now = new Date(services.now()).toISOString();
  const until = new Date(services.now() + LEASE_MS).toISOString();
  const [row] = await sql<ClaimRow[]>`
    update mail_outbox set state = 'sending', attempts = attempts + 1, due_at = ${until}
    where id = (
      select id from mail_outbox where id = ${id} and state in ('waiting', 'sending') and due_at <= ${now}
      for update skip locked)
    returning id, kind, conversation_id as "conversationId", company_id as "companyId", person_id as "personId", agent_id as "agentId", recipient, data, message_id as "messageId", attempts,
      created_at as "createdAt"`;
  if (!row) return null;
  const { data, ...rest } = row;
  const { after, upTo } = data;
  const span = after === undefined || upTo === undefined ? null : { after, upTo };
  return { ...rest, createdAt: toIso(row.createdAt), span };
}

async function compose(
  services: Services,
  tx: Transaction,
  claimed: ClaimedMail,
): Promise<ComposedMail | null> {
  if (claimed.kind === 'sign_in') return composeSignIn(services, tx, claimed.recipient);
  if (claimed.kind === 'notice') return composeNotice(services, tx, claimed);
  if (claimed.kind === 'portal') return composePortalLink(services, tx, claimed.id);
  if (claimed.kind === 'not_served') {
    return { ...(await composeNotServed(services, tx, claimed.id)), thread: [] };
  }
  if (claimed.kind === 'confirmation') return composeConfirmation(services, tx, claimed);
  const composed = await composeAnswer(services, tx, claimed);
  if (composed)
    await tx.sql`update mail_outbox set data = ${toJson(composed.span)}::jsonb where id = ${claimed.id}`;
  return composed;
}
