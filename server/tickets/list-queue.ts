import type { QueueView, TicketStatus } from '@beseda/shared/domain/words';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import type { QueueCounts } from '@beseda/shared/protocol/socket';
import type postgres from 'postgres';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { loadRows, toQueueRow } from '../conversations/load-rows';

const WAITING_VIEWS: readonly QueueView[] = ['unassigned', 'mine', 'open'];
const ACTIVE: readonly TicketStatus[] = ['open', 'on_hold', 'pending'];

export interface QueueInput {
  view: QueueView;
  cursor?: string;
  limit: number;
  q?: string;
}

/** A page of the desk's queue. Work to be done: longest waiting first; the rest: newest change first. */
export async function listQueue(ctx: Context, input: QueueInput): Promise<Page<QueueRow>> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const waiting = WAITING_VIEWS.includes(input.view);
  const rows = await ctx.inTransaction(({ sql }) =>
    loadRows(
      { sql },
      sql`where ${viewCondition(sql, input.view, actor.agentId)} ${searchCondition(sql, input.q)}
        ${afterCondition(sql, input.cursor, waiting)}
        ${
          waiting
            ? sql`order by coalesce(t.waiting_since, 'infinity'), t.number`
            : sql`order by t.updated_at desc, t.number desc`
        } limit ${input.limit + 1}`,
    ),
  );
  const results = rows.slice(0, input.limit).map(toQueueRow);
  const last = results.at(-1);
  const next = rows.length > input.limit && last ? encodeCursor([sortKey(last, waiting), last.number]) : null;
  return { results, next };
}

/** How many tickets each view holds for this agent. */
export async function countQueue(ctx: Context): Promise<QueueCounts> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const [row] = await sql<QueueCounts[]>`
      select count(*) filter (where status = any(${[...ACTIVE]}) and assignee_id is null)::int as unassigned,
        count(*) filter (where status = any(${[...ACTIVE]}) and assignee_id = ${actor.agentId})::int as mine,
        count(*) filter (where status = 'open')::int as open,
        count(*) filter (where status in ('pending', 'on_hold'))::int as pending,
        count(*) filter (where status in ('solved', 'closed'))::int as solved,
        count(*)::int as "all"
      from tickets`;
    return row ?? { unassigned: 0, mine: 0, open: 0, pending: 0, solved: 0, all: 0 };
  });
}

type Sql = postgres.TransactionSql;

function viewCondition(sql: Sql, view: QueueView, agentId: string) {
  switch (view) {
    case 'unassigned':
      return sql`t.status = any(${[...ACTIVE]}) and t.assignee_id is null`;
    case 'mine':
      return sql`t.status = any(${[...ACTIVE]}) and t.assignee_id = ${agentId}`;
    case 'open':
      return sql`t.status = 'open'`;
    case 'pending':
      return sql`t.status in ('pending', 'on_hold')`;
    case 'solved':
      return sql`t.status in ('solved', 'closed')`;
    case 'all':
      return sql`true`;
  }
}

function searchCondition(sql: Sql, q: string | undefined) {
  const text = q?.trim();
  if (!text) return sql``;
  const number = /^[#№]?\s*(\d{1,15})$/.exec(text)?.[1];
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and (c.subject ilike ${like} or p.name ilike ${like} or o.name ilike ${like}
    ${number ? sql`or t.number = ${number}` : sql``})`;
}

function afterCondition(sql: Sql, cursor: string | undefined, waiting: boolean) {
  if (cursor === undefined) return sql``;
  const [at, number] = decodeCursor(cursor, [waiting ? 'instantOrNone' : 'instant', 'number']);
  return waiting
    ? sql`and (coalesce(t.waiting_since, 'infinity'), t.number) > (${at || 'infinity'}::timestamptz, ${number}::bigint)`
    : sql`and (t.updated_at, t.number) < (${at}::timestamptz, ${number}::bigint)`;
}

function sortKey(row: QueueRow, waiting: boolean): string {
  return waiting ? (row.waitingSince ?? '') : row.updatedAt;
}
