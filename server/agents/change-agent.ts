import type { AgentRole } from '@beseda/shared/domain/words';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { Refusal } from '../context/refusal';
import { updateAgent } from './update-agent';

/** Gives the agent with this address another name or role. Refuses with `not_found`, `last_admin`, `invalid_input`. */
export async function changeAgent(
  ctx: AdminContext,
  email: string,
  change: { name?: string; role?: AgentRole },
): Promise<void> {
  const [found] = await changeAsAdmin(
    ctx,
    ({ sql }) => sql<{ id: string }[]>`select id from agents where lower(email) = lower(${email.trim()})`,
  );
  if (!found) throw new Refusal('not_found', 'There is no agent with this address.', { field: 'email' });
  await updateAgent(ctx, found.id, change);
}
