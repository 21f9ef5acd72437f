import type { PolicyCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

/** All policies by name, each with the plans that go by it. */
export async function listPolicies(ctx: AdminContext): Promise<PolicyCard[]> {
  return changeAsAdmin(ctx, (tx) => selectPolicies(tx, null));
}

/** Refuses with `not_found`. */
export async function readPolicy(ctx: AdminContext, id: string): Promise<PolicyCard> {
  return changeAsAdmin(ctx, (tx) => loadPolicy(tx, id));
}

/** Refuses with `not_found`. */
export async function loadPolicy(tx: Transaction, id: string): Promise<PolicyCard> {
  const [policy] = await selectPolicies(tx, id);
  if (!policy) throw notFound();
  return policy;
}

type Row = Omit<PolicyCard, 'usedBy'> & { plans: string[] };

async function selectPolicies({ sql }: Transaction, id: string | null): Promise<PolicyCard[]> {
  const rows = await sql<Row[]>`
    select s.id, s.name, json_build_object('id', c.id, 'name', c.name) as calendar, s.targets,
      s.by_priority as "byPriority", s.updated_at as "updatedAt",
      array(select key from plans where policy_id = s.id order by position, key limit 20) as plans
    from sla_policies s join calendars c on c.id = s.calendar_id
    where ${id === null ? sql`true` : sql`s.id = ${id}`}
    order by s.name collate "und-x-icu", s.id`;
  return rows.map(({ plans, ...row }) => ({ ...row, usedBy: { plans }, updatedAt: toIso(row.updatedAt) }));
}
