import type postgres from 'postgres';

/**
 * For the rest of the transaction one plan serves whatever a cursor says: guessing at it, the planner finds the plan that it
 * keeps too dear for a large table, and making a new one takes longer than reading the page.
 */
export async function keepPlan(sql: postgres.TransactionSql): Promise<void> {
  await sql`set local plan_cache_mode = force_generic_plan`;
}
