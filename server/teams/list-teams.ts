import type { TeamCard } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** All teams by name, each with its members. */
export async function listTeams(ctx: AdminContext): Promise<TeamCard[]> {
  return changeAsAdmin(ctx, (tx) => selectTeams(tx, null));
}

/** Refuses with `not_found`. */
export async function readTeam(ctx: AdminContext, id: string): Promise<TeamCard> {
  return changeAsAdmin(ctx, (tx) => loadTeam(tx, id));
}

/** Refuses with `not_found`. */
export async function loadTeam(tx: Transaction, id: string): Promise<TeamCard> {
  const [team] = await selectTeams(tx, id);
  if (!team) throw notFound();
  return team;
}

async function selectTeams({ sql }: Transaction, id: string | null): Promise<TeamCard[]> {
  const rows = await sql<TeamCard[]>`
    select t.id, t.name, coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name)
      order by a.name collate "und-x-icu", a.id) filter (where a.id is not null), '[]') as members,
      (select count(*)::int from companies o where o.team_id = t.id) as companies,
      (select count(*)::int from tickets k
        where k.team_id = t.id and k.status in ('open', 'on_hold', 'pending')) as tickets
    from teams t left join team_members m on m.team_id = t.id left join agents a on a.id = m.agent_id
    where ${id === null ? sql`true` : sql`t.id = ${id}`}
    group by t.id order by t.name collate "und-x-icu", t.id`;
  return [...rows];
}
