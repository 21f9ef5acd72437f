import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { loadTeam } from './list-teams';

/** Removes a team that no company and no unfinished ticket is given to. Refuses with `not_found`, `in_use`. */
export async function deleteTeam(ctx: AdminContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from teams where id = ${id} for update`;
    const { name, members } = await loadTeam(tx, id);
    const companies = await tx.sql<{ name: string }[]>`
      select name from companies where team_id = ${id} order by name limit 20`;
    const [count] = await tx.sql<{ tickets: number }[]>`
      select count(*)::int as tickets from tickets where team_id = ${id} and status not in ('solved', 'closed')`;
    refuseInUse('The team', {
      companies: companies.map((company) => company.name),
      tickets: count?.tickets ?? 0,
    });
    await tx.sql`delete from teams where id = ${id}`;
    await recordAudit(ctx, tx, {
      kind: 'team',
      id,
      name,
      before: { name, members: members.map((agent) => agent.name) },
    });
  });
}
