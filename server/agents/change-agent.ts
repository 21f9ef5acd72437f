import type { AgentRole } from '@beseda/shared/domain/words';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import { readAgentName } from './add-agent';

/** Gives the agent with this address another name or role. Refuses with `not_found`, `invalid_input`. */
export async function changeAgent(
  ctx: AdminContext,
  email: string,
  change: { name?: string; role?: AgentRole },
): Promise<void> {
  const name = change.name === undefined ? {} : { name: readAgentName(change.name) };
  await changeAsAdmin(ctx, async (tx) => {
    const [found] = await tx.sql<{ id: string; name: string; role: AgentRole }[]>`
      select id, name, role from agents where lower(email) = lower(${email.trim()}) for update`;
    if (!found) throw new Refusal('not_found', 'There is no agent with this address.', { field: 'email' });
    const { id, ...before } = found;
    const after = { ...before, ...name, role: change.role ?? before.role };
    await tx.sql`update agents set name = ${after.name}, role = ${after.role} where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'agent', id, name: after.name, before, after });
  });
}
