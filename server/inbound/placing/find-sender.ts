import type { Locale, PersonRole } from '@beseda/shared/domain/words';
import type { AgentActor, RequesterActor } from '../../db/actor';
import type { Transaction } from '../../db/connect';
import { OUTSIDE } from './outside';

/** Somebody whose address stands in a company's list. */
export interface KnownPerson {
  personId: string;
  companyId: string;
  name: string;
  role: PersonRole;
  locale: Locale;
  /** Neither they nor their company has been shut out. */
  served: boolean;
  /** Of no company: nobody but they themselves says who they are. */
  outside: boolean;
}

const MOST = 20;
const COLUMNS = `p.id as "personId", p.company_id as "companyId", p.name, p.role, p.locale,
  p.blocked_at is null and o.suspended_at is null as served, o.external_id = '${OUTSIDE}' as outside`;

/** Everybody with this address, those seen last first; a stranger only where nobody else has it. */
export async function findPeople({ sql }: Transaction, address: string): Promise<KnownPerson[]> {
  const people = await sql<KnownPerson[]>`
    select ${sql.unsafe(COLUMNS)} from people p join companies o on o.id = p.company_id
    where lower(p.email) = lower(${address}) order by p.seen_at desc, p.id limit ${MOST}`;
  const inside = people.filter(({ outside }) => !outside);
  return inside.length > 0 ? inside : [...people];
}

export async function findPerson({ sql }: Transaction, id: string): Promise<KnownPerson | null> {
  const [person] = await sql<KnownPerson[]>`
    select ${sql.unsafe(COLUMNS)} from people p join companies o on o.id = p.company_id where p.id = ${id}`;
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
