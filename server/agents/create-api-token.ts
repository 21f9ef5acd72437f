import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentRole } from '@beseda/shared/domain/words';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from '../sessions/hash-secret';
import { readAgentName } from './agent-fields';

/**
 * A bearer token for programs. What they do is signed with `name`: each token has an agent of its own, whose address
 * can neither receive mail nor sign in. Refuses with `invalid_input`.
 */
export async function createApiToken(
  ctx: AdminContext,
  input: { name: string; role: AgentRole },
): Promise<string> {
  const name = readAgentName(input.name);
  const token = API_TOKEN_PREFIX + newSecret();
  const id = uuidv7(ctx.now());
  const at = nowIso(ctx);
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`
      insert into agents (id, email, name, role, created_at)
      values (${id}, ${`token-${id}@api.invalid`}, ${name}, ${input.role}, ${at})`;
    await tx.sql`
      insert into api_tokens (id, name, secret_hash, agent_id, created_at)
      values (${id}, ${name}, ${hashSecret(token)}, ${id}, ${at})`;
    const after = { name, role: input.role, token: true };
    await recordAudit(ctx, tx, { kind: 'agent', id, name, after });
  });
  return token;
}
