import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** Makes these the teams of an agent. Refuses with `invalid_input` a team that is not there. */
export async function storeTeams(
  { sql }: Transaction,
  agentId: string,
  teams: readonly string[],
): Promise<void> {
  const wanted = [...new Set(teams)];
  const known = await sql`select from teams where id = any(${wanted}::uuid[]) for share`;
  if (known.length < wanted.length) {
    throw new Refusal('invalid_input', 'There is no such team.', { field: 'teams' });
  }
  await sql`delete from team_members where agent_id = ${agentId} and team_id <> all(${wanted}::uuid[])`;
  await sql`
    insert into team_members (team_id, agent_id) select unnest(${wanted}::uuid[]), ${agentId} on conflict do nothing`;
}
