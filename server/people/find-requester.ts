import type { RequesterActor } from '../db/actor';
import type { Transaction } from '../db/connect';

/** A requester by address, to act in their name (an agent opens a ticket for them). Null: unknown, or known twice. */
export async function findRequesterByEmail(
  { sql }: Transaction,
  email: string,
): Promise<RequesterActor | null> {
  const rows = await sql<{ personId: string; companyId: string; name: string; locale: 'ru' | 'en' }[]>`
    select id as "personId", company_id as "companyId", name, locale from people
    where lower(email) = lower(${email}) and role <> 'distributor' limit 2`;
  const [row] = rows;
  if (!row || rows.length > 1) return null;
  return { kind: 'requester', ...row, appId: null, sessionId: '' };
}
