import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { type Actor, SYSTEM } from '../db/actor';
import { hashSecret } from './hash-secret';

interface SessionRow {
  id: string;
  kind: 'requester' | 'agent';
  personId: string | null;
  companyId: string | null;
  appId: string | null;
  channel: 'widget' | 'portal';
  personName: string | null;
  personRole: 'staff' | 'manager' | 'distributor' | null;
  plan: string | null;
  locale: 'ru' | 'en' | null;
  agentId: string | null;
  agentName: string | null;
  agentRole: 'agent' | 'admin' | null;
}

/** Who bears this session secret, re-read from the rows each time. Null: unknown, ended, expired, or served no more. */
export async function findActorBySession(services: Services, secret: string): Promise<Actor | null> {
  const now = new Date(services.now()).toISOString();
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<SessionRow[]>`
      select s.id, s.kind, s.person_id as "personId", s.company_id as "companyId", s.app_id as "appId", s.channel,
        p.name as "personName", p.role as "personRole", p.locale,
        coalesce((select key from plans where key = o.plan), (select key from plans where is_default)) as plan,
        a.id as "agentId", a.name as "agentName", a.role as "agentRole"
      from sessions s left join people p on p.id = s.person_id
        left join agents a on a.id = s.agent_id and not a.disabled
        left join companies o on o.id = s.company_id left join apps x on x.id = s.app_id
      where s.secret_hash = ${hashSecret(secret)} and s.ended_at is null and s.expires_at > ${now}
        and p.blocked_at is null and o.suspended_at is null and x.disabled_at is null`,
  );
  return row ? toActor(row) : null;
}

/** Why a session is good no more: `company_suspended`, `person_blocked`, `app_disabled` are said to whoever held it. */
export async function explainEndedSession(services: Services, secret: string): Promise<Refusal> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<(ServedNoMore & { disabled: boolean })[]>`
      select o.suspended_at is not null as suspended, p.blocked_at is not null as blocked,
        x.disabled_at is not null as disabled
      from sessions s join people p on p.id = s.person_id join companies o on o.id = s.company_id
        left join apps x on x.id = s.app_id
      where s.secret_hash = ${hashSecret(secret)}`,
  );
  if (row?.disabled) return appDisabled();
  return refusalOf(row ?? null) ?? new Refusal('session_ended', 'This session has ended.');
}

export function appDisabled(): Refusal {
  return new Refusal('app_disabled', 'Nobody is let in through this app.');
}

/** What an admin has decided of a company and one of its people. */
export interface ServedNoMore {
  suspended: boolean;
  blocked: boolean;
}

export function refusalOf(decided: ServedNoMore | null): Refusal | null {
  if (decided?.suspended) return new Refusal('company_suspended', 'Support for this company is suspended.');
  return decided?.blocked ? new Refusal('person_blocked', 'This person is served no more.') : null;
}

/** The agent behind an API token. Null: unknown, revoked or disabled. */
export async function findActorByApiToken(services: Services, secret: string): Promise<Actor | null> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string; name: string; role: 'agent' | 'admin' }[]>`
      select a.id, a.name, a.role from api_tokens t join agents a on a.id = t.agent_id and not a.disabled
      where t.secret_hash = ${hashSecret(secret)} and t.revoked_at is null`,
  );
  return row ? { kind: 'agent', agentId: row.id, name: row.name, role: row.role, sessionId: null } : null;
}

function toActor(row: SessionRow): Actor | null {
  if (row.kind === 'agent') {
    if (!row.agentId || !row.agentRole) return null;
    return {
      kind: 'agent',
      agentId: row.agentId,
      name: row.agentName ?? '',
      role: row.agentRole,
      sessionId: row.id,
    };
  }
  if (!row.personId || !row.companyId || row.personRole === 'distributor') return null;
  return {
    kind: row.personRole === 'manager' ? 'manager' : 'requester',
    personId: row.personId,
    companyId: row.companyId,
    appId: row.appId,
    sessionId: row.id,
    ...(row.channel === 'portal' && { channel: row.channel }),
    name: row.personName ?? '',
    locale: row.locale ?? 'ru',
    plan: row.plan,
  };
}
