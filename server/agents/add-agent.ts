import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentRole } from '@beseda/shared/domain/words';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { readEmailOrNull } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { readAgentName } from './agent-fields';

export interface NewAgent {
  email: string;
  /** Without it, the part of the address before the @. */
  name?: string;
  role: AgentRole;
}

/** Makes the agent when there is none with this address; an existing one stays as it is. Refuses with `invalid_input`. */
export async function addAgent(ctx: AdminContext, input: NewAgent): Promise<{ id: string; isNew: boolean }> {
  const { email, name } = readAddress(input);
  const { role } = input;
  const id = uuidv7(ctx.now());
  return changeAsAdmin(ctx, async (tx) => {
    const inserted = await tx.sql`
      insert into agents (id, email, name, role, created_at)
      values (${id}, ${email}, ${name}, ${role}, ${nowIso(ctx)})
      on conflict ((lower(email))) do nothing`;
    if (inserted.count === 1) {
      await recordAudit(ctx, tx, { kind: 'agent', id, name, after: { email, name, role } });
      return { id, isNew: true };
    }
    const [known] = await tx.sql<
      { id: string }[]
    >`select id from agents where lower(email) = lower(${email})`;
    if (!known) throw new Error('An agent was neither found nor made.');
    return { id: known.id, isNew: false };
  });
}

/** Who this is, with a name in any case. Refuses with `invalid_input`. */
export function readAddress(given: { email: string; name?: string }): { email: string; name: string } {
  const email = readEmailOrNull(given.email, 'email');
  if (!email) throw new Refusal('invalid_input', 'This is not an email address.', { field: 'email' });
  return { email, name: readAgentName(given.name ?? email.slice(0, email.indexOf('@'))) };
}
