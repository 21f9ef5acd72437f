import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { PolicyCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { loadPolicy } from './list-policies';
import { describePolicy, fieldsOfPolicy, type PolicyFields, readPolicyFields } from './policy-fields';

/** Makes a policy. Refuses with `already_exists`, `invalid_input`. */
export async function createPolicy(
  ctx: AdminContext,
  input: Omit<PolicyFields, 'byPriority'> & Partial<PolicyFields>,
): Promise<PolicyCard> {
  const id = uuidv7(ctx.now());
  return changeAsAdmin(ctx, async (tx) => {
    const fields = await readPolicyFields(tx, input, { byPriority: {}, ...input });
    const { name, calendarId, targets, byPriority } = fields;
    await refuseTaken(tx, id, name);
    await tx.sql`
      insert into sla_policies (id, name, calendar_id, targets, by_priority, created_at, updated_at)
      values (${id}, ${name}, ${calendarId}, ${toJson(targets)}::text::jsonb, ${toJson(byPriority)}::text::jsonb,
        ${nowIso(ctx)}, ${nowIso(ctx)})`;
    const card = await loadPolicy(tx, id);
    await recordAudit(ctx, tx, { kind: 'policy', id, name, after: describePolicy(card) });
    return card;
  });
}

/** Changes a policy; open clocks are reckoned anew. Refuses with `not_found`, `already_exists`, `invalid_input`. */
export async function updatePolicy(
  ctx: AdminContext,
  id: string,
  patch: Partial<PolicyFields>,
): Promise<PolicyCard> {
  return changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from sla_policies where id = ${id} for update`;
    const before = await loadPolicy(tx, id);
    const old = fieldsOfPolicy(before);
    const fresh = await readPolicyFields(tx, patch, old);
    // A statement that changes nothing would have all clocks reckoned anew, too.
    if (toJson(old) === toJson(fresh)) return before;
    const { name, calendarId, targets, byPriority } = fresh;
    await refuseTaken(tx, id, name);
    await tx.sql`
      update sla_policies set name = ${name}, calendar_id = ${calendarId}, targets = ${toJson(targets)}::text::jsonb,
        by_priority = ${toJson(byPriority)}::text::jsonb, updated_at = ${nowIso(ctx)}
      where id = ${id}`;
    const after = await loadPolicy(tx, id);
    await recordAudit(ctx, tx, {
      kind: 'policy',
      id,
      name,
      before: describePolicy(before),
      after: describePolicy(after),
    });
    return after;
  });
}

async function refuseTaken({ sql }: Transaction, id: string, name: string): Promise<void> {
  const taken = await sql`select from sla_policies where name = ${name} and id <> ${id}`;
  if (taken.length === 0) return;
  throw new Refusal('already_exists', 'There is a policy of this name.', { field: 'name' });
}
