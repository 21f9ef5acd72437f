import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { loadPolicy } from './list-policies';
import { describePolicy } from './policy-fields';

/** Removes a policy that no plan goes by. Refuses with `not_found`, `in_use`. */
export async function deletePolicy(ctx: AdminContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from sla_policies where id = ${id} for update`;
    const card = await loadPolicy(tx, id);
    refuseInUse('The policy', card.usedBy);
    await tx.sql`delete from sla_policies where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'policy', id, name: card.name, before: describePolicy(card) });
  });
}
