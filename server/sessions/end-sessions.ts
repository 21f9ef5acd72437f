import type { Transaction } from '../db/connect';

/** Ends every session of a company, a person or an agent, and gives their ids for the bus, after COMMIT. Runs as the system. */
export async function endSessions(
  { sql }: Transaction,
  whose: { companyId: string } | { personId: string } | { agentId: string },
  at: string,
): Promise<string[]> {
  const owner =
    'companyId' in whose
      ? sql`company_id = ${whose.companyId}`
      : 'personId' in whose
        ? sql`person_id = ${whose.personId}`
        : sql`agent_id = ${whose.agentId}`;
  const ended = await sql<{ id: string }[]>`
    update sessions set ended_at = ${at} where ${owner} and ended_at is null returning id`;
  return ended.map(({ id }) => id);
}
