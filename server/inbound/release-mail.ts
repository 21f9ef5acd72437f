import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import { parseMail } from './parsing/parse-mail';
import { findPerson, isStaff, type KnownPerson } from './placing/find-sender';
import { findNumber, type MailThread } from './placing/find-threads';
import { getToKnow, type Knowledge, partOf } from './placing/get-to-know';
import type { Placement, ReceivedMail } from './placing/placement';
import { writeMail } from './placing/write-mail';
import { loadRaw } from './read-raw';
import { readInbound } from './retry-inbound';

/**
 * An agent vouches for a held mail: it is written in the name of its sender, on `ticket` where one is given, in the name of
 * its requester when the sender takes no part there. Refuses with `not_found`, `mail_settled`, `mail_gone`, and with
 * `invalid_input` where only an agent can say which ticket it is for.
 */
export async function releaseMail(
  ctx: Context,
  id: string,
  { ticket }: { ticket?: number } = {},
): Promise<InboundMail> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const received = await loadHeld(ctx, id);
  const place = await findPlaceFor(ctx, await getToKnow(ctx, received), ticket);
  const placed = await writeMail(ctx, received, { ...place, releasedBy: actor.name });
  await settle(ctx, id, placed);
  return readInbound(ctx, id);
}

/** An agent puts a held mail aside for good. Refuses with `not_found`, `mail_settled`. */
export async function refuseMail(ctx: Context, id: string): Promise<InboundMail> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const changed = await ctx.inTransaction(
    ({ sql }) => sql`
      update inbound_mails set state = 'refused', reason = 'refused_by_agent', settled_at = ${nowIso(ctx)}
      where id = ${id} and state = 'held'`,
  );
  const mail = await readInbound(ctx, id);
  if (changed.count === 0 && mail.reason !== 'refused_by_agent') throw settled();
  return mail;
}

interface HeldRow {
  state: string;
  sha256: string | null;
  size: number;
  fingerprint: string | null;
  way: ReceivedMail['way'];
  from: string | null;
  to: string[];
  receivedAt: string;
}

async function loadHeld(ctx: Context, id: string): Promise<ReceivedMail> {
  const [row] = await ctx.inTransaction(
    ({ sql }) => sql<HeldRow[]>`
      select state, sha256, size::int, fingerprint, way, envelope_from as "from", envelope_to as "to",
        received_at as "receivedAt"
      from inbound_mails where id = ${id}`,
  );
  if (!row) throw notFound();
  if (row.state !== 'held' || row.fingerprint === null) throw settled();
  const { sha256, size, fingerprint, way, from, to } = row;
  const raw = sha256 === null ? null : await loadRaw(ctx, { sha256, size });
  if (!raw) throw new Refusal('mail_gone', 'The bytes of this mail are kept no longer.');
  const mail = await parseMail(raw);
  const receivedAt = toIso(row.receivedAt);
  return { id, fingerprint, mail, raw, envelope: { from, to }, receivedAt, way, remote: null };
}

async function findPlaceFor(
  ctx: Context,
  { people, trail, agent }: Knowledge,
  ticket: number | undefined,
): Promise<{ person: KnownPerson; thread: MailThread | null }> {
  const staff = people.filter(isStaff);
  if (agent && staff.length === 0) {
    throw new Refusal('invalid_input', 'What colleagues have to say, they say at the desk.', { field: 'id' });
  }
  if (ticket === undefined) {
    const own = [...trail.threads, ...(trail.named ? [trail.named] : [])].find((one) => partOf(one, people));
    const person = own ? partOf(own, people) : staff.length === 1 ? staff[0] : undefined;
    if (!person || (!own && trail.replyAddress)) throw needsTicket();
    return { person, thread: own ?? null };
  }
  return ctx.database.inTransaction(SYSTEM, async (tx) => {
    const thread = await findNumber(tx, ticket);
    if (!thread) throw new Refusal('invalid_input', 'There is no such ticket.', { field: 'ticket' });
    const person = partOf(thread, people) ?? (await findPerson(tx, thread.personId));
    if (!person || !isStaff(person)) {
      throw new Refusal('invalid_input', 'Nobody of this ticket is served any more.', { field: 'ticket' });
    }
    return { person, thread };
  });
}

async function settle(ctx: Context, id: string, placed: Placement): Promise<void> {
  await ctx.inTransaction(
    ({ sql }) => sql`
      update inbound_mails set state = 'stored', reason = null, conversation_id = ${placed.conversationId},
        company_id = (select company_id from conversations where id = ${placed.conversationId}),
        settled_at = ${nowIso(ctx)}
      where id = ${id} and state = 'held'`,
  );
}

function settled(): Refusal {
  return new Refusal('mail_settled', 'This mail waits for nobody any more.');
}

function needsTicket(): Refusal {
  return new Refusal('invalid_input', 'Say which ticket this mail is for.', { field: 'ticket' });
}
