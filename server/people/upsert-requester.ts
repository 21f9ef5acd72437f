import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { PersonRole } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { ServedNoMore } from '../sessions/find-actor';

/** What a verified token says of its bearer. */
export interface TokenClaims {
  sub: string;
  name: string;
  email: string | null;
  role: PersonRole;
  company: { id: string; name: string; plan: string | null; region: string | null };
}

/** Who came, as far as we keep it. */
interface KnownRequester extends ServedNoMore {
  personId: string;
  companyId: string;
  locale: 'ru' | 'en';
  supportUrl: string | null;
}

/** Creates or updates company and person as the token says; the newest token wins. Runs as the system. */
export async function upsertRequester(
  { sql }: Transaction,
  claims: TokenClaims,
  at: string,
): Promise<KnownRequester> {
  const { company } = claims;
  const [found] = await sql<{ id: string; supportUrl: string | null; suspended: boolean }[]>`
    insert into companies (id, external_id, name, plan, region, created_at, updated_at)
    values (${uuidv7()}, ${company.id}, ${company.name}, ${company.plan}, ${company.region}, ${at}, ${at})
    on conflict (external_id) do update set name = excluded.name,
      plan = coalesce(excluded.plan, companies.plan), region = coalesce(excluded.region, companies.region),
      updated_at = excluded.updated_at
    returning id, distributor_support_url as "supportUrl", suspended_at is not null as suspended`;
  if (!found) throw new Error('A company was neither found nor made.');
  // Who wrote by mail before they ever signed in is the same person.
  if (claims.email !== null) {
    await sql`
      update people p set sub = ${claims.sub} where p.company_id = ${found.id}
        and p.sub = ${`mail:${claims.email.toLowerCase()}`} and not exists (
          select from people q where q.company_id = p.company_id and q.sub = ${claims.sub})`;
  }
  const [person] = await sql<{ id: string; locale: 'ru' | 'en'; blocked: boolean }[]>`
    insert into people (id, company_id, sub, name, email, role, created_at, seen_at)
    values (${uuidv7()}, ${found.id}, ${claims.sub}, ${claims.name}, ${claims.email}, ${claims.role}, ${at}, ${at})
    on conflict (company_id, sub) do update set name = excluded.name, email = excluded.email, role = excluded.role,
      seen_at = excluded.seen_at
    returning id, locale, blocked_at is not null as blocked`;
  if (!person) throw new Error('A person was neither found nor made.');
  const { id: companyId, supportUrl, suspended } = found;
  return {
    personId: person.id,
    companyId,
    locale: person.locale,
    supportUrl,
    suspended,
    blocked: person.blocked,
  };
}
