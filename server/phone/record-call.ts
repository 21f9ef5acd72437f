import { createHash } from 'node:crypto';
import type { PageContext } from '@beseda/shared/domain/event';
import type { Priority, TicketType } from '@beseda/shared/domain/words';
import { type Context, contextFor, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { sendMessage } from '../conversations/send-message';
import type { RequesterActor } from '../db/actor';
import { findRequester } from '../people/find-requester';
import { updateTicket } from '../tickets/update-ticket';
import { type CallBackInput, requestCallBack } from './request-call-back';

export interface CallRecord {
  /** Makes repeating safe: a form that is sent again completes what was begun. */
  clientId: string;
  personId: string;
  /** An existing ticket: then `text` is a note on it. */
  number?: number;
  text: string;
  /** What the caller was told: an answer that they see. */
  answer?: string;
  /** For agents only. */
  note?: string;
  subject?: string;
  type?: TicketType;
  priority?: Priority;
  solved?: boolean;
  codeId?: string;
  callId?: string;
  callBack?: Omit<CallBackInput, 'conversationId' | 'id'>;
}

/**
 * What was said on the telephone becomes a ticket of the caller's, with channel `phone`, or a note on an existing one.
 * Gives the ticket's number. Refuses with not_found, unknown_requester, and as sendMessage does.
 */
export async function recordCall(ctx: Context, record: CallRecord): Promise<number> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const caller = await ctx.inTransaction((tx) => findRequester(tx, record.personId));
  if (!caller) throw new Refusal('unknown_requester', 'There is no such requester.', { field: 'personId' });
  const ticket =
    record.number === undefined
      ? await openTicket(ctx, caller, record)
      : await noteOn(ctx, caller, record, record.number);
  const say = (kind: 'message' | 'note', part: string, text: string | undefined) =>
    text?.trim() ? tell(ctx, ticket.conversationId, kind, derive(record.clientId, part), text) : null;
  await say('message', 'answer', record.answer);
  await say('note', 'note', record.note);
  await updateTicket(ctx, ticket.number, {
    ...(record.type ? { type: record.type } : {}),
    ...(record.priority ? { priority: record.priority } : {}),
    ...(record.solved ? { status: 'solved' } : {}),
  });
  if (record.callBack) {
    const id = derive(record.clientId, 'call back');
    await requestCallBack(ctx, { ...record.callBack, id, conversationId: ticket.conversationId });
  }
  if (record.callId) await linkCall(ctx, record.callId, caller, ticket.conversationId);
  return ticket.number;
}

interface Found {
  number: number;
  conversationId: string;
}

async function openTicket(ctx: Context, caller: RequesterActor, record: CallRecord): Promise<Found> {
  const conversationId = derive(record.clientId, 'conversation');
  const page = record.codeId ? await pageOf(ctx, record.codeId, caller) : null;
  const { number } = await sendMessage(
    contextFor(ctx, caller),
    {
      conversationId,
      clientId: record.clientId,
      text: record.text,
      start: {
        ...(record.subject ? { subject: record.subject } : {}),
        ...(record.type ? { type: record.type } : {}),
        ...(page ? { page } : {}),
      },
    },
    { kind: 'message', channel: 'phone' },
  );
  return { number, conversationId };
}

async function noteOn(
  ctx: Context,
  caller: RequesterActor,
  record: CallRecord,
  number: number,
): Promise<Found> {
  const [ticket] = await ctx.inTransaction(
    ({ sql }) => sql<{ conversationId: string }[]>`
      select conversation_id as "conversationId" from tickets
      where number = ${number} and company_id = ${caller.companyId}`,
  );
  if (!ticket) throw notFound();
  await tell(ctx, ticket.conversationId, 'note', record.clientId, record.text);
  return { number, conversationId: ticket.conversationId };
}

async function tell(
  ctx: Context,
  conversationId: string,
  kind: 'message' | 'note',
  clientId: string,
  text: string,
): Promise<void> {
  await sendMessage(ctx, { conversationId, clientId, text }, { kind, channel: 'phone' });
}

/** The page that the call code came from. */
async function pageOf(ctx: Context, codeId: string, caller: RequesterActor): Promise<PageContext | null> {
  const [code] = await ctx.inTransaction(
    ({ sql }) => sql<{ page: PageContext | null }[]>`
      select page from call_codes where id = ${codeId} and person_id = ${caller.personId}`,
  );
  return code?.page ?? null;
}

/** The call belongs to the ticket from now on, and its number to the person. */
async function linkCall(
  ctx: Context,
  callId: string,
  { personId, companyId }: RequesterActor,
  conversationId: string,
): Promise<void> {
  await ctx.inTransaction(async ({ sql }) => {
    const [call] = await sql<{ number: string }[]>`
      update calls set conversation_id = ${conversationId}, person_id = ${personId}, company_id = ${companyId}
      where id = ${callId} returning caller_number as number`;
    if (!call) return;
    await sql`
      insert into person_phones (person_id, company_id, number, created_at)
      values (${personId}, ${companyId}, ${call.number}, ${nowIso(ctx)}) on conflict do nothing`;
  });
}

/** Another id that follows from the first: the same at every attempt. */
function derive(id: string, part: string): string {
  const hex = createHash('sha256').update(`${id} ${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
