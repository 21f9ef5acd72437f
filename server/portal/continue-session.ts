import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import { contextFor, nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import { hashSecret, newSecret } from '../sessions/hash-secret';
import { presentSession } from '../sessions/present-session';
import { explainNoVisitor, findVisitor } from './find-visitor';

/**
 * A session for the page's memory, made by the one in the support centre's cookie; it ends when that one does. Refuses with
 * session_required, session_ended, company_suspended, person_blocked.
 */
export async function continueSession(
  services: Services,
  cookie: string | undefined,
): Promise<SessionCreated> {
  const actor = await findVisitor(services, cookie);
  if (!actor) throw await explainNoVisitor(services, cookie);
  const secret = newSecret();
  const id = uuidv7(services.now());
  const made = await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    const [session] = await sql<{ expiresAt: string }[]>`
      insert into sessions (id, secret_hash, kind, person_id, company_id, app_id, kid, origin, channel, parent_id,
        created_at, expires_at)
      select ${id}, ${hashSecret(secret)}, kind, person_id, company_id, app_id, kid, origin, channel, id,
        ${nowIso(services)}, expires_at
      from sessions where id = ${actor.sessionId} and parent_id is null and ended_at is null for share
      returning expires_at as "expiresAt"`;
    const [company] = await sql<SessionCreated['company'][]>`
      select name, external_id as "externalId" from companies where id = ${actor.companyId}`;
    return session && company && { expiresAt: toIso(session.expiresAt), company };
  });
  if (!made) throw new Refusal('session_ended', 'This session has ended.');
  const ctx = contextFor(services, { ...actor, sessionId: id });
  return presentSession(ctx, { ...made, actor, session: secret });
}
