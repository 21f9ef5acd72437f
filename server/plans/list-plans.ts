import type { PlanCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

/** All plans in their order, each with the companies that are on it. */
export async function listPlans(ctx: AdminContext): Promise<PlanCard[]> {
  return changeAsAdmin(ctx, (tx) => selectPlans(tx, null));
}

/** Refuses with `not_found`. */
export async function readPlan(ctx: AdminContext, key: string): Promise<PlanCard> {
  return changeAsAdmin(ctx, (tx) => loadPlan(tx, key));
}

/** Refuses with `not_found`. */
export async function loadPlan(tx: Transaction, key: string): Promise<PlanCard> {
  const [plan] = await selectPlans(tx, key);
  if (!plan) throw notFound();
  return plan;
}

type Row = Omit<PlanCard, 'usedBy'> & { companies: string[] };

/** Who names no plan, or one that there is not, is on the default plan. */
async function selectPlans({ sql }: Transaction, key: string | null): Promise<PlanCard[]> {
  const rows = await sql<Row[]>`
    select p.key, p.name_ru as "nameRu", p.name_en as "nameEn",
      json_build_object('id', s.id, 'name', s.name) as policy, p.dedicated, p.is_default as "isDefault", p.position,
      p.updated_at as "updatedAt",
      array(select o.name from companies o
        where o.plan = p.key or p.is_default and (o.plan is null or o.plan not in (select key from plans))
        order by o.name limit 20) as companies
    from plans p join sla_policies s on s.id = p.policy_id
    where ${key === null ? sql`true` : sql`p.key = ${key}`}
    order by p.position, p.key`;
  return rows.map(({ companies, ...row }) => ({
    ...row,
    usedBy: { companies },
    updatedAt: toIso(row.updatedAt),
  }));
}
