import type { PersonRow } from '@beseda/shared/protocol/admin';
import type postgres from 'postgres';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

export type StoredPerson = Omit<PersonRow, 'company'> & { companyId: string; companyName: string };

/** One person. Refuses with `not_found`. */
export async function readPerson(ctx: AdminContext, id: string): Promise<PersonRow> {
  return changeAsAdmin(ctx, (tx) => loadPerson(tx, id));
}

export async function loadPerson({ sql }: Transaction, id: string): Promise<PersonRow> {
  const [row] = await sql<StoredPerson[]>`${selectPeople(sql)} where p.id = ${id}`;
  if (!row) throw notFound();
  return presentPerson(row);
}

export function selectPeople(sql: postgres.TransactionSql) {
  return sql`
    select p.id, p.sub, p.name, p.email, p.role, p.locale, p.blocked_at is not null as blocked,
      o.id as "companyId", o.name as "companyName", p.seen_at as "seenAt"
    from people p join companies o on o.id = p.company_id`;
}

export function presentPerson({ companyId, companyName, ...row }: StoredPerson): PersonRow {
  return {
    id: row.id,
    sub: row.sub,
    name: row.name,
    email: row.email,
    role: row.role,
    locale: row.locale,
    blocked: row.blocked,
    company: { id: companyId, name: companyName },
    seenAt: toIso(row.seenAt),
  };
}
