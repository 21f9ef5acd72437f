import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentRole } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';

export interface NewAgent {
  email: string;
  /** Without it, the part of the address before the @. */
  name?: string;
  role: AgentRole;
}

const EMAIL = /^[^\s@,;<>"()[\]:\\]+@[^\s@,;<>"()[\]:\\]+$/;

/** Makes the agent when there is none with this address; an existing one stays as it is. Refuses with `invalid_input`. */
export async function addAgent(
  services: Pick<Services, 'database' | 'now'>,
  input: NewAgent,
): Promise<{ id: string; isNew: boolean }> {
  const email = input.email.trim();
  if (!EMAIL.test(email) || email.length > 320) {
    throw new Refusal('invalid_input', 'This is not an email address.', { field: 'email' });
  }
  const name = readAgentName(input.name ?? email.slice(0, email.indexOf('@')));
  const id = uuidv7(services.now());
  return services.database.inTransaction(SYSTEM, async ({ sql }) => {
    const inserted = await sql`
      insert into agents (id, email, name, role, created_at)
      values (${id}, ${email}, ${name}, ${input.role}, ${nowIso(services)})
      on conflict ((lower(email))) do nothing`;
    if (inserted.count === 1) return { id, isNew: true };
    const [known] = await sql<{ id: string }[]>`select id from agents where lower(email) = lower(${email})`;
    if (!known) throw new Error('An agent was neither found nor made.');
    return { id: known.id, isNew: false };
  });
}

export function readAgentName(given: string): string {
  const name = given.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (name !== '' && name.length <= 100) return name;
  throw new Refusal('invalid_input', 'A name has 1 to 100 characters.', { field: 'name' });
}
