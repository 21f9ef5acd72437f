import type postgres from 'postgres';

/**
 * `limit n`, written out: of a parameter the planner assumes a tenth of the table, finds the plan that it could keep too
 * dear, and makes a new one each time, which takes longer than the page.
 */
export function takeFirst(
  sql: postgres.TransactionSql,
  count: number,
): postgres.PendingQuery<postgres.Row[]> {
  if (!Number.isSafeInteger(count)) throw new TypeError(`Not a number of rows: ${count}`);
  return sql.unsafe(`limit ${count}`);
}
