import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { TeamCard } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { readLine } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { loadTeam } from './list-teams';

/** `members`: ids of agents, all of them. */
export interface TeamFields {
  name: string;
  members: readonly string[];
}

/** Makes a team. Refuses with `already_exists`, `invalid_input`. */
export async function createTeam(
  ctx: AdminContext,
  input: { name: string; members?: readonly string[] },
): Promise<TeamCard> {
  const name = readLine(input.name, 'name', 100);
  const id = uuidv7(ctx.now());
  return changeAsAdmin(ctx, async (tx) => {
    await refuseTaken(tx, id, name);
    await tx.sql`insert into teams (id, name, created_at) values (${id}, ${name}, ${nowIso(ctx)})`;
    await storeMembers(tx, id, input.members ?? []);
    const team = await loadTeam(tx, id);
    await recordAudit(ctx, tx, { kind: 'team', id, name, after: fieldsOf(team) });
    return team;
  });
}

/** Changes a team. Refuses with `not_found`, `already_exists`, `invalid_input`. */
export async function updateTeam(
  ctx: AdminContext,
  id: string,
  patch: Partial<TeamFields>,
): Promise<TeamCard> {
  const given = patch.name === undefined ? undefined : readLine(patch.name, 'name', 100);
  return changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from teams where id = ${id} for update`;
    const before = await loadTeam(tx, id);
    const name = given ?? before.name;
    await refuseTaken(tx, id, name);
    await tx.sql`update teams set name = ${name} where id = ${id}`;
    if (patch.members) await storeMembers(tx, id, patch.members);
    const after = await loadTeam(tx, id);
    await recordAudit(ctx, tx, { kind: 'team', id, name, before: fieldsOf(before), after: fieldsOf(after) });
    return after;
  });
}

const fieldsOf = ({ name, members }: TeamCard) => ({ name, members: members.map((agent) => agent.name) });

async function refuseTaken({ sql }: Transaction, id: string, name: string): Promise<void> {
  const taken = await sql`select from teams where name = ${name} and id <> ${id}`;
  if (taken.length > 0) {
    throw new Refusal('already_exists', 'There is a team of this name.', { field: 'name' });
  }
}

async function storeMembers({ sql }: Transaction, id: string, members: readonly string[]): Promise<void> {
  const wanted = [...new Set(members)];
  const known = await sql`select from agents where id = any(${wanted}::uuid[]) for share`;
  if (known.length < wanted.length) {
    throw new Refusal('invalid_input', 'There is no such agent.', { field: 'members' });
  }
  await sql`delete from team_members where team_id = ${id} and agent_id <> all(${wanted}::uuid[])`;
  await sql`
    insert into team_members (team_id, agent_id) select ${id}, unnest(${wanted}::uuid[]) on conflict do nothing`;
}
