import type { Transaction } from '../db/connect';

/** Ends every session of a company, a person, an agent or an app, and gives their ids for the bus, after COMMIT. Runs as the system. */
export async function endSessions(
  { sql }: Transaction,
  whose: { companyId: string } | { personId: string } | { agentId: string } | { appId: string },
  at: string,
): Promise<string[]> {
  const ended = await sql<{ id: string }[]>`
    update sessions set ended_at = ${at} where ${ownedBy()} and ended_at is null returning id`;
  return ended.map(({ id }) => id);

  function ownedBy() {
    if ('companyId' in whose) return sql`company_id = ${whose.companyId}`;
    if ('personId' in whose) return sql`person_id = ${whose.personId}`;
    return 'agentId' in whose ? sql`agent_id = ${whose.agentId}` : sql`app_id = ${whose.appId}`;
  }
}
