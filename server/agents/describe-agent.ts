import type { AgentSession } from '@beseda/shared/protocol/http';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { toIsoOrNull } from '../db/instants';
import { readTypeNames } from '../settings/read-type-rules';

/** What the desk shows of the agent who is signed in. */
export async function describeAgent(services: Services, agentId: string): Promise<AgentSession> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<AgentSession['agent'][]>`
      select id, name, email, role, password_hash is not null as "hasPassword",
        away_until as "awayUntil" from agents where id = ${agentId}`,
  );
  if (!row) throw notFound();
  return {
    agent: { ...row, awayUntil: toIsoOrNull(row.awayUntil) },
    demo: services.environment.demo,
    typeNames: await readTypeNames(services.settings),
  };
}
