import type { PlanCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { loadPlan } from './list-plans';
import { describePlan, fieldsOfPlan, type PlanFields, readPlanFields } from './plan-fields';

export type NewPlan = Pick<PlanFields, 'nameRu' | 'nameEn' | 'policyId'> &
  Partial<PlanFields> & { key: string };

/** Makes a plan. Refuses with `already_exists`, `invalid_input`. */
export async function createPlan(ctx: AdminContext, { key, ...input }: NewPlan): Promise<PlanCard> {
  return changeAsAdmin(ctx, async (tx) => {
    const last = await lockPlans(tx);
    const usual = { dedicated: false, isDefault: false, position: last + 1 };
    const fields = await readPlanFields(tx, input, { ...usual, ...input });
    if (fields.isDefault) await endDefault(ctx, tx, key);
    const made = await tx.sql`
      insert into plans (key, name_ru, name_en, policy_id, dedicated, is_default, position, updated_at)
      values (${key}, ${fields.nameRu}, ${fields.nameEn}, ${fields.policyId}, ${fields.dedicated}, ${fields.isDefault},
        ${fields.position}, ${nowIso(ctx)})
      on conflict (key) do nothing`;
    if (made.count === 0) {
      throw new Refusal('already_exists', 'There is a plan with this key.', { field: 'key' });
    }
    const card = await loadPlan(tx, key);
    await recordAudit(ctx, tx, { kind: 'plan', id: key, name: card.nameRu, after: describePlan(card) });
    return card;
  });
}

/** Changes a plan; open clocks are reckoned anew. Refuses with `not_found`, `invalid_input`. */
export async function updatePlan(
  ctx: AdminContext,
  key: string,
  patch: Partial<PlanFields>,
): Promise<PlanCard> {
  return changeAsAdmin(ctx, async (tx) => {
    await lockPlans(tx);
    const before = await loadPlan(tx, key);
    const old = fieldsOfPlan(before);
    const fresh = await readPlanFields(tx, patch, old);
    // A statement that changes nothing would have all clocks reckoned anew, too.
    if (toJson(old) === toJson(fresh)) return before;
    if (fresh.isDefault && !old.isDefault) await endDefault(ctx, tx, key);
    await tx.sql`
      update plans set name_ru = ${fresh.nameRu}, name_en = ${fresh.nameEn}, policy_id = ${fresh.policyId},
        dedicated = ${fresh.dedicated}, is_default = ${fresh.isDefault}, position = ${fresh.position},
        updated_at = ${nowIso(ctx)}
      where key = ${key}`;
    const after = await loadPlan(tx, key);
    const entry = { kind: 'plan', id: key, name: after.nameRu } as const;
    await recordAudit(ctx, tx, { ...entry, before: describePlan(before), after: describePlan(after) });
    return after;
  });
}

/** One change of plans at a time: there is one default. Gives the last position. */
async function lockPlans({ sql }: Transaction): Promise<number> {
  const rows = await sql<{ position: number }[]>`select position from plans order by key for update`;
  return Math.max(0, ...rows.map(({ position }) => position));
}

async function endDefault(ctx: AdminContext, { sql }: Transaction, key: string): Promise<void> {
  const ended = await sql<{ key: string; name: string }[]>`
    update plans set is_default = false, updated_at = ${nowIso(ctx)} where is_default and key <> ${key}
    returning key, name_ru as name`;
  const entries = ended.map((plan) => ({
    kind: 'plan' as const,
    id: plan.key,
    name: plan.name,
    before: { isDefault: true },
    after: { isDefault: false },
  }));
  await recordAudit(ctx, { sql }, ...entries);
}
