import { createHash } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AppRecord } from '../apps/find-app';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { upsertRequester } from '../people/upsert-requester';
import { appDisabled, refusalOf } from '../sessions/find-actor';
import { hashSecret, newSecret } from '../sessions/hash-secret';
import { notStaff } from '../sessions/not-staff';
import { withoutTerms } from '../sessions/open-session';
import { verifyToken } from '../sessions/verify-token';

const PORTAL_MS = 12 * 60 * 60_000;
/** No token lives longer, the skew of clocks included. */
const TOKEN_MS = 25 * 60 * 60_000;

/** What the support centre's cookie holds. */
export interface PortalSession {
  secret: string;
  expiresAt: string;
}

interface Bearer {
  personId: string;
  companyId: string;
  appId: string | null;
  kid: string | null;
  origin: string | null;
}

/**
 * Spends a host's token for a session of the support centre. Refuses with a token_… code, not_staff for a distributor,
 * app_disabled, and link_spent when the token has done so before. Who is suspended or blocked is told so.
 */
export async function enterByToken(
  services: Services,
  app: AppRecord,
  token: string,
  from: { origin?: string | undefined } = {},
): Promise<PortalSession> {
  const { claims, kid } = await verifyToken(app, token, services.now());
  if (app.disabled) throw appDisabled();
  const origin = app.origins.find((known) => known === from.origin) ?? null;
  const known = await services.database.inTransaction(SYSTEM, async (tx) => {
    const given = app.trustedClaims ? claims : withoutTerms(claims);
    const person = await upsertRequester(tx, given, nowIso(services));
    if (claims.role === 'distributor' || refusalOf(person)) return { person, session: null };
    await spendToken(services, tx, token);
    const bearer = { ...person, appId: app.id, kid, origin };
    return { person, session: await startSession(services, tx, bearer) };
  });
  if (!known.session) throw refusalOf(known.person) ?? notStaff(claims, known.person.supportUrl);
  return known.session;
}

/** Spends a one-time link from a mail. Refuses with link_spent: used, expired, or never made. */
export async function enterByLink(services: Services, link: string): Promise<PortalSession> {
  const at = nowIso(services);
  return services.database.inTransaction(SYSTEM, async (tx) => {
    const [row] = await tx.sql<Bearer[]>`
      update portal_links l set used_at = ${at} from people p join companies o on o.id = p.company_id
      where l.secret_hash = ${hashSecret(link)} and l.used_at is null and l.expires_at > ${at}
        and p.id = l.person_id and p.role <> 'distributor' and p.blocked_at is null and o.suspended_at is null
      returning p.id as "personId", p.company_id as "companyId", null as "appId", null as kid, null as origin`;
    if (!row) throw spent();
    return startSession(services, tx, row);
  });
}

/** The token is known again by its claims: a signature can be written in more than one way. */
async function spendToken(services: Services, { sql }: Transaction, token: string): Promise<void> {
  const hash = createHash('sha256').update(token.split('.').slice(0, 2).join('.')).digest('hex');
  const until = new Date(services.now() + TOKEN_MS).toISOString();
  const taken = await sql`
    insert into spent_tokens (hash, expires_at) values (${hash}, ${until}) on conflict do nothing`;
  if (taken.count === 0) throw spent();
}

function spent(): Refusal {
  return new Refusal('link_spent', 'This sign-in link has been used or has expired.');
}

async function startSession(
  services: Services,
  { sql }: Transaction,
  { personId, companyId, appId, kid, origin }: Bearer,
): Promise<PortalSession> {
  const secret = newSecret();
  const expiresAt = new Date(services.now() + PORTAL_MS).toISOString();
  await sql`
    insert into sessions
      (id, secret_hash, kind, person_id, company_id, app_id, kid, origin, channel, created_at, expires_at)
    values (${uuidv7(services.now())}, ${hashSecret(secret)}, 'requester', ${personId}, ${companyId}, ${appId}, ${kid},
      ${origin}, 'portal', ${nowIso(services)}, ${expiresAt})`;
  return { secret, expiresAt };
}
