import { uuidv7 } from '@beseda/shared/domain/uuid';
import { hash, verify } from '@node-rs/argon2';
import { contextFor, nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { type AgentActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { hashSecret, newSecret } from '../sessions/hash-secret';

const DESK_SESSION_MS = 14 * 24 * 60 * 60_000;
/** Verified when there is no such agent, so that the answer takes as long: argon2id of a random password. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b27ekcYSB9ZDoSvsYNQzXNNRc0';

export interface DeskSession {
  secret: string;
  expiresAt: string;
  agentId: string;
}

/** Spends a one-time link. Refuses with link_spent: used, expired, or never made. */
export async function signInByLink(services: Services, link: string): Promise<DeskSession> {
  const at = nowIso(services);
  return services.database.inTransaction(SYSTEM, async (tx) => {
    const [row] = await tx.sql<{ agentId: string }[]>`
      update sign_in_links l set used_at = ${at} from agents a
      where l.secret_hash = ${hashSecret(link)} and l.used_at is null and l.expires_at > ${at}
        and a.id = l.agent_id and not a.disabled
      returning l.agent_id as "agentId"`;
    if (!row)
      throw new Refusal('link_spent', 'This sign-in link has been used or has expired.', { field: 'link' });
    return startSession(services, tx, row.agentId);
  });
}

/** Refuses with sign_in_failed, alike for an unknown address and a wrong password. */
export async function signInByPassword(
  services: Services,
  email: string,
  password: string,
): Promise<DeskSession> {
  const [agent] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string; passwordHash: string | null }[]>`
      select id, password_hash as "passwordHash" from agents where lower(email) = lower(${email}) and not disabled`,
  );
  const fits = await verify(agent?.passwordHash ?? DECOY, password);
  if (!agent?.passwordHash || !fits)
    throw new Refusal('sign_in_failed', 'This address and password do not fit.');
  return services.database.inTransaction(SYSTEM, (tx) => startSession(services, tx, agent.id));
}

/** Sets or changes the agent's own password and ends their other sessions. Refuses with sign_in_failed; forbidden to
 * an API token, which would outlive its revocation so. */
export async function setPassword(
  services: Services,
  actor: AgentActor,
  input: { password: string; current?: string },
): Promise<void> {
  if (actor.sessionId === null) throw new Refusal('forbidden', 'A program has no password.');
  const ctx = contextFor(services, SYSTEM);
  const [agent] = await ctx.inTransaction(
    ({ sql }) => sql<{ passwordHash: string | null }[]>`
      select password_hash as "passwordHash" from agents where id = ${actor.agentId}`,
  );
  if (agent?.passwordHash && !(await verify(agent.passwordHash, input.current ?? ''))) {
    throw new Refusal('sign_in_failed', 'The current password does not fit.', { field: 'current' });
  }
  const passwordHash = await hash(input.password);
  const ended = await ctx.inTransaction(async ({ sql }) => {
    await sql`update agents set password_hash = ${passwordHash} where id = ${actor.agentId}`;
    return sql<{ id: string }[]>`
      update sessions set ended_at = ${nowIso(services)}
      where agent_id = ${actor.agentId} and ended_at is null and id is distinct from ${actor.sessionId}::uuid
      returning id`;
  });
  for (const session of ended) services.bus.sessionEnded(session.id);
}

async function startSession(services: Services, { sql }: Transaction, agentId: string): Promise<DeskSession> {
  const secret = newSecret();
  const expiresAt = new Date(services.now() + DESK_SESSION_MS).toISOString();
  await sql`
    insert into sessions (id, secret_hash, kind, agent_id, created_at, expires_at)
    values (${uuidv7(services.now())}, ${hashSecret(secret)}, 'agent', ${agentId}, ${nowIso(services)}, ${expiresAt})`;
  return { secret, expiresAt, agentId };
}
