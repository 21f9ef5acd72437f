import type { RulesPreview } from '@beseda/shared/protocol/rules';
import { changeAsAdmin } from '../audit/change-as-admin';
import { type PreviewContext, previewRules } from '../clocks/preview-rules';
import { loadPlan } from './list-plans';
import { fieldsOfPlan, type PlanFields, readPlanFields } from './plan-fields';

/** What a change of a plan would do to open tickets. Refuses like the change itself; writes nothing. */
export async function previewPlan(
  ctx: PreviewContext,
  key: string,
  patch: Partial<PlanFields>,
): Promise<RulesPreview> {
  const { policyId, isDefault } = await changeAsAdmin(ctx, async (tx) =>
    readPlanFields(tx, patch, fieldsOfPlan(await loadPlan(tx, key))),
  );
  return previewRules(ctx, (rules) => ({
    ...rules,
    plans: rules.plans.map((row) =>
      row.key === key ? { key, policyId, isDefault } : { ...row, isDefault: row.isDefault && !isDefault },
    ),
  }));
}
