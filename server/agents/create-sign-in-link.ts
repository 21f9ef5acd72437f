import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { hashSecret, newSecret } from '../sessions/hash-secret';

const LINK_MS = 24 * 60 * 60_000;

/** A link that signs this agent in once, within a day. Refuses with `not_found` when there is none who may sign in. */
export async function createSignInLink(
  services: Pick<Services, 'database' | 'environment' | 'now'>,
  email: string,
): Promise<string> {
  return services.database.inTransaction(SYSTEM, async (tx) => {
    const [agent] = await tx.sql<{ id: string }[]>`
      select id from agents where lower(email) = lower(${email.trim()}) and not disabled`;
    if (!agent)
      throw new Refusal('not_found', 'There is no agent with this address who may sign in.', {
        field: 'email',
      });
    return writeSignInLink(services, tx, agent.id);
  });
}

/**
 * Writes a link of `lifeMs` milliseconds, a day unless said, in the caller's transaction and gives its URL. The secret stands in the
 * fragment: it reaches no log, proxy or Referer.
 */
export async function writeSignInLink(
  services: Pick<Services, 'environment' | 'now'>,
  { sql }: Transaction,
  agentId: string,
  lifeMs = LINK_MS,
): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(services.now() + lifeMs).toISOString();
  await sql`
    insert into sign_in_links (secret_hash, agent_id, created_at, expires_at)
    values (${hashSecret(secret)}, ${agentId}, ${nowIso(services)}, ${expiresAt})`;
  return `${services.environment.publicUrl}/desk/sign-in#${secret}`;
}
