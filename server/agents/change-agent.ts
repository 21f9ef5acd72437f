import type { AgentRole } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { readAgentName } from './add-agent';

/** Gives an agent another name or role. Refuses with `not_found`, `invalid_input`. */
export async function changeAgent(
  services: Pick<Services, 'database'>,
  id: string,
  change: { name?: string; role?: AgentRole },
): Promise<void> {
  const name = change.name === undefined ? null : readAgentName(change.name);
  const changed = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update agents set name = coalesce(${name}, name), role = coalesce(${change.role ?? null}, role) where id = ${id}`,
  );
  if (changed.count === 0) throw notFound();
}
