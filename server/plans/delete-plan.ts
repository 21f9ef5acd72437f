import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { loadPlan } from './list-plans';
import { describePlan } from './plan-fields';

/** Removes a plan that no company is on, be it as the default. Refuses with `not_found`, `in_use`. */
export async function deletePlan(ctx: AdminContext, key: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from plans where key = ${key} for update`;
    const card = await loadPlan(tx, key);
    refuseInUse('The plan', card.usedBy);
    await tx.sql`delete from plans where key = ${key}`;
    await recordAudit(ctx, tx, { kind: 'plan', id: key, name: card.nameRu, before: describePlan(card) });
  });
}
