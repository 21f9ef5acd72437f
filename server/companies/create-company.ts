import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { CompanyCard } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { requirePlan } from '../plans/plan-fields';
import { type CompanyFields, readCompanyFields } from './company-fields';
import { loadCompany } from './read-company';

export type NewCompany = Pick<CompanyFields, 'externalId' | 'name'> & Partial<CompanyFields>;

/** Makes a company by hand. Refuses with `already_exists`, `invalid_input`. */
export async function createCompany(ctx: AdminContext, input: NewCompany): Promise<CompanyCard> {
  const fields = readCompanyFields(input);
  const id = uuidv7(ctx.now());
  const at = nowIso(ctx);
  return changeAsAdmin(ctx, async (tx) => {
    await requirePlan(tx, fields.plan ?? null);
    const made = await tx.sql`
      insert into companies (id, external_id, name, plan, region, distributor_support_url, mail_domains, created_at,
        updated_at)
      values (${id}, ${fields.externalId ?? ''}, ${fields.name ?? ''}, ${fields.plan ?? null}, ${fields.region ?? null},
        ${fields.distributorSupportUrl ?? null}, ${fields.mailDomains ?? null}, ${at}, ${at})
      on conflict (external_id) do nothing`;
    if (made.count === 0) {
      throw new Refusal('already_exists', 'There is a company with this id.', { field: 'externalId' });
    }
    await recordAudit(ctx, tx, { kind: 'company', id, name: fields.name ?? '', after: fields });
    return loadCompany(tx, id);
  });
}
