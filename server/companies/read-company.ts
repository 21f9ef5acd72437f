import type { CompanyCard, CompanyLinks } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { loadLinks } from './company-links';

/** A company with what belongs to it. Refuses with `not_found`. */
export async function readCompany(ctx: AdminContext, id: string): Promise<CompanyCard> {
  return changeAsAdmin(ctx, (tx) => loadCompany(tx, id));
}

export async function loadCompany(tx: Transaction, id: string): Promise<CompanyCard> {
  const [row] = await tx.sql<Omit<CompanyCard, keyof CompanyLinks>[]>`
    select id, external_id as "externalId", name, plan, region, suspended_at is not null as suspended,
      distributor_support_url as "distributorSupportUrl", mail_domains as "mailDomains",
      (select count(*)::int from people where company_id = o.id) as people,
      (select count(*)::int from tickets where company_id = o.id) as tickets,
      created_at as "createdAt", updated_at as "updatedAt"
    from companies o where id = ${id}`;
  if (!row) throw notFound();
  return {
    ...row,
    ...(await loadLinks(tx, id)),
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
  };
}
