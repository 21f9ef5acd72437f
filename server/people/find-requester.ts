import type { RequesterActor } from '../db/actor';
import type { Transaction } from '../db/connect';

interface PersonRow {
  personId: string;
  companyId: string;
  name: string;
  locale: 'ru' | 'en';
}

/** A requester by address, to act in their name (an agent opens a ticket for them). Null: unknown, or known twice. */
export async function findRequesterByEmail(
  { sql }: Transaction,
  email: string,
): Promise<RequesterActor | null> {
  const rows = await sql<PersonRow[]>`
    select id as "personId", company_id as "companyId", name, locale from people
    where lower(email) = lower(${email}) and role <> 'distributor' limit 2`;
  const [row] = rows;
  return row && rows.length === 1 ? toActor(row) : null;
}

/** A requester by id, to act in their name. Null: unknown, or a distributor. */
export async function findRequester({ sql }: Transaction, id: string): Promise<RequesterActor | null> {
  const [row] = await sql<PersonRow[]>`
    select id as "personId", company_id as "companyId", name, locale from people
    where id = ${id} and role <> 'distributor'`;
  return row ? toActor(row) : null;
}

function toActor(row: PersonRow): RequesterActor {
  return { kind: 'requester', ...row, appId: null, sessionId: '' };
}
