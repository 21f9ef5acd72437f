import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { loadCompany } from './read-company';

/** Removes a company that nothing belongs to yet. Refuses with `not_found`, `in_use`. */
export async function deleteCompany(ctx: AdminContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from companies where id = ${id} for update`;
    const { people, tickets, name, externalId, plan, region } = await loadCompany(tx, id);
    refuseInUse('The company', { people, tickets });
    await tx.sql`delete from companies where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'company', id, name, before: { externalId, name, plan, region } });
  });
}
