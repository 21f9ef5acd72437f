import type { PlanCard } from '@beseda/shared/protocol/rules';
import { readLine } from '../audit/read-line';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** What plans are called in tokens and files. */
export const PLAN_KEY = '^[a-z0-9][a-z0-9_.-]{0,39}$';

/** What an admin sets of a plan. */
export interface PlanFields {
  nameRu: string;
  nameEn: string;
  policyId: string;
  dedicated: boolean;
  isDefault: boolean;
  position: number;
}

/** What was given laid over what there is. Refuses with `invalid_input`, naming the field. */
export async function readPlanFields(
  tx: Transaction,
  given: Partial<PlanFields>,
  before: PlanFields,
): Promise<PlanFields> {
  const fields = { ...before, ...given };
  const known = await tx.sql`select from sla_policies where id = ${fields.policyId} for share`;
  if (known.length === 0) {
    throw new Refusal('invalid_input', 'There is no such policy.', { field: 'policyId' });
  }
  return {
    nameRu: readLine(fields.nameRu, 'nameRu', 100),
    nameEn: readLine(fields.nameEn, 'nameEn', 100),
    policyId: fields.policyId,
    dedicated: fields.dedicated,
    isDefault: fields.isDefault,
    position: fields.position,
  };
}

export function fieldsOfPlan(card: PlanCard): PlanFields {
  const { nameRu, nameEn, policy, dedicated, isDefault, position } = card;
  return { nameRu, nameEn, policyId: policy.id, dedicated, isDefault, position };
}

/** For the history, which names the policy. */
export function describePlan({ nameRu, nameEn, policy, dedicated, isDefault, position }: PlanCard) {
  return { nameRu, nameEn, policy: policy.name, dedicated, isDefault, place: position };
}

/** Refuses with `invalid_input` a plan that there is not; null is none. */
export async function requirePlan({ sql }: Transaction, key: string | null): Promise<void> {
  if (key === null) return;
  const known = await sql`select from plans where key = ${key} for share`;
  if (known.length > 0) return;
  throw new Refusal('invalid_input', 'There is no such plan.', { field: 'plan' });
}
