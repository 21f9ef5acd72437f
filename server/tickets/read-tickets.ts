import type { Message } from '@beseda/shared/domain/event';
import type { Page, Ticket } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { loadEvents } from '../conversations/load-events';
import { lastSeqFor, loadThread, loadThreads, toAgentConversation } from '../conversations/load-thread';
import { presentForAgent, presentForRequester } from '../conversations/present-event';
import { toIso } from '../db/instants';
import { takeFirst } from '../db/take-first';
import { createLinkSigner } from '../files/sign-link';
import { presentTicket } from './present-ticket';

export type TicketKey = { number: number } | { id: string };

/** One ticket as this actor may see it. Refuses with not_found. */
export async function readTicket(ctx: Context, key: TicketKey): Promise<Ticket> {
  return ctx.inTransaction(async (tx) => {
    const row = await loadThread(tx, key);
    if (!row) throw notFound();
    const [unit] = await tx.sql<{ updatedAt: string }[]>`
      select updated_at as "updatedAt" from tickets where conversation_id = ${row.id}`;
    return presentTicket(ctx.actor, toAgentConversation(row), toIso(unit?.updatedAt ?? row.createdAt));
  });
}

/** Own and followed tickets; a manager's: all of the company; an agent's: all. Newest change first. */
export async function listTickets(
  ctx: Context,
  input: { cursor?: string; limit: number },
): Promise<Page<Ticket>> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'number']);
  const { actor } = ctx;
  return ctx.inTransaction(async (tx) => {
    const { sql } = tx;
    const mine =
      actor.kind === 'requester'
        ? sql`conversation_id in (
            select id from conversations where person_id = beseda_person()
            union all select f.conversation_id from followers f where f.person_id = beseda_person())`
        : sql`true`;
    const ours = actor.kind === 'manager' ? sql`company_id = beseda_company()` : sql`true`;
    const rows = await sql<{ number: number; updatedAt: string }[]>`
      select number::int, updated_at as "updatedAt" from tickets t
      where ${mine} and ${ours}
        ${after ? sql`and (updated_at, t.number) < (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql``}
      order by updated_at desc, t.number desc ${takeFirst(sql, input.limit + 1)}`;
    const page = rows.slice(0, input.limit);
    const threads = await loadThreads(tx, sql`t.number = any(${page.map(({ number }) => number)}::bigint[])`);
    const byNumber = new Map(threads.map((thread) => [thread.number, thread]));
    const results = page.flatMap(({ number, updatedAt }) => {
      const thread = byNumber.get(number);
      return thread ? [presentTicket(actor, toAgentConversation(thread), toIso(updatedAt))] : [];
    });
    const last = results.at(-1);
    return {
      results,
      next: rows.length > input.limit && last ? encodeCursor([last.updatedAt, last.number]) : null,
    };
  });
}

/** The public messages of a ticket, oldest first. Notes are not among them. Refuses with not_found. */
export async function listMessages(
  ctx: Context,
  key: TicketKey,
  input: { cursor?: string; limit: number },
): Promise<Page<Message>> {
  const after = input.cursor === undefined ? 0 : Number(decodeCursor(input.cursor, ['number'])[0]);
  const presenter = ctx.actor.kind === 'agent' ? presentForAgent : presentForRequester;
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  return ctx.inTransaction(async (tx) => {
    const row = await loadThread(tx, key);
    if (!row) throw notFound();
    const results: Message[] = [];
    const upTo = lastSeqFor(ctx.actor, row);
    let reached = after;
    while (results.length <= input.limit && reached < upTo) {
      const range = { conversationId: row.id, after: reached, upTo, limit: 200, take: 'first' } as const;
      const events = await loadEvents(tx, range);
      for (const event of events) {
        const shown = presenter(event, sign);
        if (shown?.kind === 'message') results.push(shown.message);
      }
      reached = events.at(-1)?.seq ?? upTo;
    }
    const page = results.slice(0, input.limit);
    const last = page.at(-1);
    return { results: page, next: results.length > input.limit && last ? encodeCursor([last.seq]) : null };
  });
}
