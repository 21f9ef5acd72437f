import type { RulesPreview } from '@beseda/shared/protocol/rules';
import { changeAsAdmin } from '../audit/change-as-admin';
import { type PreviewContext, previewRules } from '../clocks/preview-rules';
import { loadPolicy } from './list-policies';
import { fieldsOfPolicy, type PolicyFields, readPolicyFields } from './policy-fields';

/** What a change of a policy would do to open tickets. Refuses like the change itself; writes nothing. */
export async function previewPolicy(
  ctx: PreviewContext,
  id: string,
  patch: Partial<PolicyFields>,
): Promise<RulesPreview> {
  const changed = await changeAsAdmin(ctx, async (tx) =>
    readPolicyFields(tx, patch, fieldsOfPolicy(await loadPolicy(tx, id))),
  );
  return previewRules(ctx, (rules) => ({
    ...rules,
    policies: rules.policies.map((row) => (row.id === id ? { ...row, ...changed } : row)),
  }));
}
