import type { AgentRole } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { readAgentName } from './add-agent';

/** Gives the agent with this address another name or role. Refuses with `not_found`, `invalid_input`. */
export async function changeAgent(
  services: Pick<Services, 'database'>,
  email: string,
  change: { name?: string; role?: AgentRole },
): Promise<void> {
  const name = change.name === undefined ? null : readAgentName(change.name);
  const changed = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update agents set name = coalesce(${name}, name), role = coalesce(${change.role ?? null}, role)
      where lower(email) = lower(${email.trim()})`,
  );
  if (changed.count === 0) {
    throw new Refusal('not_found', 'There is no agent with this address.', { field: 'email' });
  }
}
