import type { OutgoingState } from '@beseda/shared/domain/words';
import type { Page } from '@beseda/shared/protocol/http';
import type { OutgoingMailRow } from '@beseda/shared/protocol/outgoing-mails';
import type postgres from 'postgres';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { toIso, toIsoOrNull } from '../db/instants';

/** What agents look for: on its way, sent, not delivered (given up or come back), or of no use any more. */
export const OUTGOING_VIEWS = ['waiting', 'sent', 'dead', 'dropped'] as const;
export type OutgoingView = (typeof OUTGOING_VIEWS)[number];

type Row = Omit<OutgoingMailRow, 'ticket'> & { number: number | null; subject: string | null };

/** Mail that goes out, newest first, for agents. */
export async function listOutgoing(
  ctx: Context,
  input: { state?: OutgoingView; cursor?: string; limit: number },
): Promise<Page<OutgoingMailRow>> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Row[]>`
      ${selectOutgoing(sql)}
      where ${input.state ? inView(sql, input.state) : sql`true`}
        ${after ? sql`and (m.created_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by m.created_at desc, m.id desc limit ${input.limit + 1}`,
  );
  const shown = rows.slice(0, input.limit).map(presentOutgoing);
  const last = shown.at(-1);
  return {
    results: shown,
    next: rows.length > input.limit && last ? encodeCursor([last.createdAt, last.id]) : null,
  };
}

function inView(sql: postgres.TransactionSql, view: OutgoingView) {
  const states: Record<OutgoingView, OutgoingState[]> = {
    waiting: ['waiting', 'sending'],
    sent: ['sent'],
    dead: ['dead'],
    dropped: ['dropped', 'cancelled'],
  };
  const inStates = sql`m.state in ${sql(states[view])}`;
  if (view === 'dead') return sql`(${inStates} or m.bounced_at is not null)`;
  return view === 'sent' ? sql`(${inStates} and m.bounced_at is null)` : inStates;
}

export function selectOutgoing(sql: postgres.TransactionSql) {
  return sql`
    select m.id, m.kind, m.state, m.recipient, t.number::int, c.subject, m.last_error as reason, m.attempts,
      m.created_at as "createdAt", m.due_at as "dueAt", m.sent_at as "sentAt", m.bounced_at as "bouncedAt"
    from mail_outbox m left join tickets t on t.conversation_id = m.conversation_id
      left join conversations c on c.id = m.conversation_id`;
}

export function presentOutgoing({ number, subject, ...row }: Row): OutgoingMailRow {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    recipient: row.recipient,
    ticket: number === null || subject === null ? null : { number, subject },
    reason: row.reason,
    attempts: row.attempts,
    createdAt: toIso(row.createdAt),
    dueAt: toIso(row.dueAt),
    sentAt: toIsoOrNull(row.sentAt),
    bouncedAt: toIsoOrNull(row.bouncedAt),
  };
}
