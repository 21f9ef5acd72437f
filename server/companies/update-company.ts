import type { CompanyCard, CompanyLinks } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { requirePlan } from '../plans/plan-fields';
import { endSessions } from '../sessions/end-sessions';
import { type CompanyFields, readCompanyFields } from './company-fields';
import { type CompanyLinksPatch, loadLinks, storeLinks } from './company-links';
import { loadCompany } from './read-company';

export type CompanyPatch = Partial<Omit<CompanyFields, 'externalId'>> &
  CompanyLinksPatch & { suspended?: boolean };
type Stored = Omit<CompanyFields, 'externalId'> & { suspended: boolean };

/**
 * Changes a company. Suspending it ends the sessions of its people in the same transaction; their sockets are closed at
 * once. Refuses with `not_found`, `invalid_input`.
 */
export async function updateCompany(
  ctx: AdminContext & Pick<Services, 'bus'>,
  id: string,
  patch: CompanyPatch,
): Promise<CompanyCard> {
  const fields = readCompanyFields(patch);
  const { card, ended } = await changeAsAdmin(ctx, async (tx) => {
    const before = await lockCompany(tx, id);
    const after: Stored = { ...before, ...fields, suspended: patch.suspended ?? before.suspended };
    if (after.plan !== before.plan) await requirePlan(tx, after.plan);
    const tied = await loadLinks(tx, id);
    await storeCompany(ctx, tx, id, after);
    await storeLinks(tx, id, patch);
    const card = await loadCompany(tx, id);
    const { calendar, team, agent } = card;
    const ended =
      after.suspended && !before.suspended ? await endSessions(tx, { companyId: id }, nowIso(ctx)) : [];
    await recordAudit(ctx, tx, {
      kind: 'company',
      id,
      name: after.name,
      before: { ...before, ...namesOf(tied) },
      after: { ...after, ...namesOf({ calendar, team, agent }) },
    });
    return { card, ended };
  });
  for (const session of ended) ctx.bus.sessionEnded(session);
  return card;
}

function namesOf({ calendar, team, agent }: CompanyLinks) {
  return { calendar: calendar?.name ?? null, team: team?.name ?? null, agent: agent?.name ?? null };
}

async function lockCompany({ sql }: Transaction, id: string): Promise<Stored> {
  const [row] = await sql<Stored[]>`
    select name, plan, region, distributor_support_url as "distributorSupportUrl",
      mail_domains as "mailDomains",
      suspended_at is not null as suspended
    from companies where id = ${id} for update`;
  if (!row) throw notFound();
  return row;
}

async function storeCompany(
  ctx: AdminContext,
  { sql }: Transaction,
  id: string,
  fields: Stored,
): Promise<void> {
  const at = nowIso(ctx);
  await sql`
    update companies set name = ${fields.name}, plan = ${fields.plan}, region = ${fields.region},
      distributor_support_url = ${fields.distributorSupportUrl}, mail_domains = ${fields.mailDomains},
      suspended_at = ${fields.suspended ? sql`coalesce(suspended_at, ${at})` : null}, updated_at = ${at}
    where id = ${id}`;
}
