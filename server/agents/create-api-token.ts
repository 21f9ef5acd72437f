import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentRole } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from '../sessions/hash-secret';
import { readAgentName } from './add-agent';

/**
 * A bearer token for programs. What they do is signed with `name`: each token has an agent of its own, whose address
 * can neither receive mail nor sign in. Refuses with `invalid_input`.
 */
export async function createApiToken(
  services: Pick<Services, 'database' | 'now'>,
  input: { name: string; role: AgentRole },
): Promise<string> {
  const name = readAgentName(input.name);
  const token = API_TOKEN_PREFIX + newSecret();
  const id = uuidv7(services.now());
  const at = nowIso(services);
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into agents (id, email, name, role, created_at)
      values (${id}, ${`token-${id}@api.invalid`}, ${name}, ${input.role}, ${at})`;
    await sql`
      insert into api_tokens (id, name, secret_hash, agent_id, created_at)
      values (${id}, ${name}, ${hashSecret(token)}, ${id}, ${at})`;
  });
  return token;
}
