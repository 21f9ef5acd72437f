import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { loadPerson } from './read-person';

/** Removes a person who never asked anything. Refuses with `not_found`, `in_use`. */
export async function deletePerson(ctx: AdminContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from people where id = ${id} for update`;
    const { name, sub, email, role, company } = await loadPerson(tx, id);
    const [count] = await tx.sql<{ tickets: number }[]>`
      select count(*)::int as tickets from conversations where person_id = ${id}`;
    refuseInUse('The person', { tickets: count?.tickets ?? 0 });
    await tx.sql`delete from people where id = ${id}`;
    const before = { name, sub, email, role, company: company.name };
    await recordAudit(ctx, tx, { kind: 'person', id, name, before });
  });
}
