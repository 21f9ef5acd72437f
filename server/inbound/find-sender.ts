import type { Locale, PersonRole } from '@beseda/shared/domain/words';
import type { AgentActor, RequesterActor } from '../db/actor';
import type { Transaction } from '../db/connect';

/** Somebody whose address stands in a company's list. */
export interface KnownPerson {
  personId: string;
  companyId: string;
  name: string;
  role: PersonRole;
  locale: Locale;
  /** Neither they nor their company has been shut out. */
  served: boolean;
}

const MOST = 20;

/** Everybody with this address, those seen last first. */
export async function findPeople({ sql }: Transaction, address: string): Promise<KnownPerson[]> {
  return sql<KnownPerson[]>`
    select p.id as "personId", p.company_id as "companyId", p.name, p.role, p.locale,
      p.blocked_at is null and o.suspended_at is null as served
    from people p join companies o on o.id = p.company_id
    where lower(p.email) = lower(${address}) order by p.seen_at desc, p.id limit ${MOST}`;
}

export async function findPerson({ sql }: Transaction, id: string): Promise<KnownPerson | null> {
  const [person] = await sql<KnownPerson[]>`
    select p.id as "personId", p.company_id as "companyId", p.name, p.role, p.locale,
      p.blocked_at is null and o.suspended_at is null as served
    from people p join companies o on o.id = p.company_id where p.id = ${id}`;
  return person ?? null;
}

export async function findAgent({ sql }: Transaction, address: string): Promise<AgentActor | null> {
  const [agent] = await sql<{ agentId: string; name: string; role: 'agent' | 'admin' }[]>`
    select id as "agentId", name, role from agents where lower(email) = lower(${address}) and not disabled`;
  return agent ? { kind: 'agent', ...agent, sessionId: null } : null;
}

export function isStaff({ role, served }: KnownPerson): boolean {
  return served && role !== 'distributor';
}

export function toActor({ personId, companyId, name, role, locale }: KnownPerson): RequesterActor {
  const kind = role === 'manager' ? 'manager' : 'requester';
  return { kind, personId, companyId, appId: null, sessionId: '', name, locale };
}
