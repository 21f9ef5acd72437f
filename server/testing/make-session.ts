import { uuidv7 } from '@beseda/shared/domain/uuid';
import { nowIso, type Services } from '../context/context';
import { type AgentActor, isRequester, type RequesterActor, SYSTEM } from '../db/actor';
import { hashSecret, newSecret } from '../sessions/hash-secret';

const HOUR_MS = 60 * 60_000;

export interface TestSession {
  id: string;
  /** What the bearer holds. */
  secret: string;
}

/** A session of this person or agent, as a token or a sign-in link would have opened it. */
export async function makeSession(
  services: Services,
  actor: RequesterActor | AgentActor,
): Promise<TestSession> {
  const session = { id: uuidv7(services.now()), secret: newSecret() };
  const expiresAt = new Date(services.now() + HOUR_MS).toISOString();
  const person = isRequester(actor) ? actor : { personId: null, companyId: null, appId: null };
  const channel = (isRequester(actor) && actor.channel) || 'widget';
  const agentId = isRequester(actor) ? null : actor.agentId;
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into sessions (id, secret_hash, kind, person_id, company_id, app_id, agent_id, channel, created_at, expires_at)
      values (${session.id}, ${hashSecret(session.secret)}, ${agentId ? 'agent' : 'requester'}, ${person.personId},
        ${person.companyId}, ${person.appId}, ${agentId}, ${channel}, ${nowIso(services)}, ${expiresAt})`,
  );
  return session;
}
