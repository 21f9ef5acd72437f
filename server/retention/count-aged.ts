import type { Transaction } from '../db/connect';
import { AGED_ROWS, COUNT_CAP, isRowKey, quietTickets, type RetentionKey } from './retention-rules';
import { loadState } from './retention-state';

type Sql = Transaction['sql'];

/** How many would go: at most one more than `COUNT_CAP`. */
export async function countAged(tx: Transaction, key: RetentionKey, before: string): Promise<number> {
  const since = (await loadState(tx))?.contextUntil ?? '-infinity';
  const [row] = await tx.sql<{ count: number }[]>`
    select count(*)::int as count from (${agedOf(tx.sql, key, before, since)} limit ${COUNT_CAP + 1}) aged`;
  return row?.count ?? 0;
}

/** `since`: of tickets quiet since before then, the context is gone already. */
function agedOf(sql: Sql, key: RetentionKey, before: string, since: string): ReturnType<Sql> {
  if (isRowKey(key)) {
    const { table, old } = AGED_ROWS[key];
    return sql`select 1 from ${sql(table)} where ${old(sql, before)}`;
  }
  if (key === 'retention.solved_days') return sql`select 1 from tickets t where ${quietTickets(sql, before)}`;
  return sql`
    select 1 from tickets t join conversations c on c.id = t.conversation_id
    where ${quietTickets(sql, before)} and t.updated_at >= ${since}
      and (c.page is not null or c.evidence is not null)`;
}
