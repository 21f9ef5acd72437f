import { QUEUE_VIEWS, type QueueView } from '@beseda/shared/domain/words';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import { QUEUE_COUNT_LIMIT, type QueueCounts } from '@beseda/shared/protocol/socket';
import type postgres from 'postgres';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { loadRows, toQueueRow } from '../conversations/load-rows';
import { takeFirst } from '../db/take-first';

const WORK_VIEWS: readonly QueueView[] = ['unassigned', 'mine', 'open'];

export interface QueueInput {
  view: QueueView;
  cursor?: string;
  limit: number;
  q?: string;
  /** Only what this person asked. */
  requester?: string;
}

/** A page of the desk's queue. Work to be done: urgent ones, then by deadline; the rest: newest change first. */
export async function listQueue(ctx: Context, input: QueueInput): Promise<Page<QueueRow>> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const work = WORK_VIEWS.includes(input.view);
  const rows = await ctx.inTransaction(({ sql }) => {
    const order = viewOrder(sql, input.view);
    // Picked first, joined then: the planner cannot know how few rows the policies leave, and would join them all.
    return loadRows(
      { sql },
      sql`where t.conversation_id = any(array(
          select t.conversation_id from tickets t ${searchedTables(sql, input.q)}
          where ${viewCondition(sql, input.view, actor.agentId)} ${searchCondition(sql, input.q)}
            ${requesterCondition(sql, input.requester)} ${afterCondition(sql, input.cursor, work)}
          order by ${order} ${takeFirst(sql, input.limit + 1)}))
        order by ${order}`,
    );
  });
  const results = rows.slice(0, input.limit).map(toQueueRow);
  const last = results.at(-1);
  const next =
    rows.length > input.limit && last ? encodeCursor([...sortKeys(last, work), last.number]) : null;
  return { results, next };
}

/** How many tickets each view holds for this agent, as far as anybody wants to know: by the indexes of the lists. */
export async function countQueue(ctx: Context): Promise<QueueCounts> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const columns = QUEUE_VIEWS.map(
      (view) => sql`
        (select count(*)::int from (select from tickets t where ${viewCondition(sql, view, actor.agentId)}
          order by ${viewOrder(sql, view)} ${takeFirst(sql, QUEUE_COUNT_LIMIT + 1)}) counted) as ${sql(view)}`,
    );
    const [counts] = await sql<
      QueueCounts[]
    >`select ${columns.reduce((all, column) => sql`${all}, ${column}`)}`;
    if (!counts) throw new Error('Counting gave no row.');
    return counts;
  });
}

type Sql = postgres.TransactionSql;

function viewCondition(sql: Sql, view: QueueView, agentId: string) {
  switch (view) {
    case 'unassigned':
      return sql`t.status in ('open', 'on_hold', 'pending') and t.assignee_id is null`;
    case 'mine':
      return sql`t.status in ('open', 'on_hold', 'pending') and t.assignee_id = ${agentId}`;
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

function searchedTables(sql: Sql, q: string | undefined) {
  if (!q?.trim()) return sql``;
  return sql`join conversations c on c.id = t.conversation_id join people p on p.id = c.person_id
    join companies o on o.id = c.company_id`;
}

function searchCondition(sql: Sql, q: string | undefined) {
  const text = q?.trim();
  if (!text) return sql``;
  const number = /^[#№]?\s*(\d{1,15})$/.exec(text)?.[1];
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and (c.subject ilike ${like} or p.name ilike ${like} or o.name ilike ${like}
    ${number ? sql`or t.number = ${number}` : sql``})`;
}

function requesterCondition(sql: Sql, requester: string | undefined) {
  if (requester === undefined) return sql``;
  return sql`and t.conversation_id in (select id from conversations where person_id = ${requester})`;
}

function viewOrder(sql: Sql, view: QueueView) {
  return WORK_VIEWS.includes(view) ? workOrder(sql) : sql`t.updated_at desc, t.number desc`;
}

/** As the indexes `tickets_work_…` have it. */
function workOrder(sql: Sql) {
  return sql`(case when t.priority = 'urgent' then 0 else 1 end),
    coalesce(t.next_due_at, t.waiting_since, 'infinity'), t.number`;
}

function afterCondition(sql: Sql, cursor: string | undefined, work: boolean) {
  if (cursor === undefined) return sql``;
  if (work) {
    const [rank, at, number] = decodeCursor(cursor, ['number', 'instantOrNone', 'number']);
    return sql`and (${workOrder(sql)}) > (${rank}::int, ${at || 'infinity'}::timestamptz, ${number}::bigint)`;
  }
  const [at, number] = decodeCursor(cursor, ['instant', 'number']);
  return sql`and (t.updated_at, t.number) < (${at}::timestamptz, ${number}::bigint)`;
}

function sortKeys(row: QueueRow, work: boolean): (string | number)[] {
  if (!work) return [row.updatedAt];
  return [row.priority === 'urgent' ? 0 : 1, row.nextDueAt ?? row.waitingSince ?? ''];
}
