import type { AgentCard } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso, toIsoOrNull } from '../db/instants';

/** An agent as stored; who is online, only the sockets know. */
export type StoredAgent = Omit<AgentCard, 'online'>;

/** All agents by name, those who are disabled last. */
export async function listAgentCards(ctx: AdminContext): Promise<StoredAgent[]> {
  return changeAsAdmin(ctx, (tx) => selectAgents(tx, null));
}

/** Refuses with `not_found`. */
export async function readAgent(ctx: AdminContext, id: string): Promise<StoredAgent> {
  return changeAsAdmin(ctx, (tx) => loadAgent(tx, id));
}

/** Refuses with `not_found`. */
export async function loadAgent(tx: Transaction, id: string): Promise<StoredAgent> {
  const [agent] = await selectAgents(tx, id);
  if (!agent) throw notFound();
  return agent;
}

async function selectAgents({ sql }: Transaction, id: string | null): Promise<StoredAgent[]> {
  const rows = await sql<StoredAgent[]>`
    select a.id, a.name, a.email, a.role, a.languages, a.capacity, a.extension, a.disabled,
      a.away_until as "awayUntil", a.seen_at as "seenAt", a.created_at as "createdAt",
      exists (select from api_tokens k where k.agent_id = a.id) as program,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
        from team_members m join teams t on t.id = m.team_id where m.agent_id = a.id) as teams,
      (select count(*)::int from tickets w
        where w.assignee_id = a.id and w.status in ('open', 'on_hold', 'pending')) as tickets,
      (select count(*)::int from companies o where o.agent_id = a.id) as companies
    from agents a where ${id === null ? sql`true` : sql`a.id = ${id}`}
    order by a.disabled, a.name collate "und-x-icu", a.id`;
  return rows.map((row) => ({
    ...row,
    awayUntil: toIsoOrNull(row.awayUntil),
    seenAt: toIsoOrNull(row.seenAt),
    createdAt: toIso(row.createdAt),
  }));
}
