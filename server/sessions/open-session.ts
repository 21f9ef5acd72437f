import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import type { AppRecord } from '../apps/find-app';
import { contextFor, nowIso, type Services } from '../context/context';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { type TokenClaims, upsertRequester } from '../people/upsert-requester';
import { appDisabled, refusalOf } from './find-actor';
import { hashSecret, newSecret } from './hash-secret';
import { notStaff } from './not-staff';
import { presentSession } from './present-session';
import { verifyToken } from './verify-token';

const SESSION_MS = 12 * 60 * 60_000;

/**
 * Exchanges a host's token for a session of ours. Refuses with a token_… code, or with not_staff for a distributor:
 * they are told who is served and where their own company helps them. Who is suspended or blocked gets no session either,
 * nor does anybody through a disabled app. `from`: the page, as the browser tells it.
 */
export async function openSession(
  services: Services,
  app: AppRecord,
  token: string,
  from: { origin?: string | undefined } = {},
): Promise<SessionCreated> {
  const { claims, kid } = await verifyToken(app, token, services.now());
  if (app.disabled) throw appDisabled();
  const origin = app.origins.find((known) => known === from.origin) ?? null;
  const secret = newSecret();
  const sessionId = uuidv7(services.now());
  const expiresAt = new Date(services.now() + SESSION_MS).toISOString();
  const at = nowIso(services);
  const known = await services.database.inTransaction(SYSTEM, async (tx) => {
    const person = await upsertRequester(tx, app.trustedClaims ? claims : withoutTerms(claims), at);
    if (claims.role === 'distributor' || person.suspended || person.blocked) return person;
    await tx.sql`
      insert into sessions
        (id, secret_hash, kind, person_id, company_id, app_id, kid, origin, created_at, expires_at)
      values (${sessionId}, ${hashSecret(secret)}, 'requester', ${person.personId}, ${person.companyId}, ${app.id},
        ${kid}, ${origin}, ${at}, ${expiresAt})`;
    return person;
  });
  const refused = refusalOf(known);
  if (refused) throw refused;
  if (claims.role === 'distributor') throw notStaff(claims, known.supportUrl);
  const actor: RequesterActor = {
    kind: claims.role === 'manager' ? 'manager' : 'requester',
    personId: known.personId,
    companyId: known.companyId,
    appId: app.id,
    sessionId,
    name: claims.name,
    locale: known.locale,
  };
  const company = { name: claims.company.name, externalId: claims.company.id };
  return presentSession(contextFor(services, actor), { actor, session: secret, expiresAt, company });
}

/** What an app that is not trusted to say it cannot set: the admin does. */
export function withoutTerms(claims: TokenClaims): TokenClaims {
  return { ...claims, company: { ...claims.company, plan: null, region: null } };
}
