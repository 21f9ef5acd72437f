import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../../db/connect';
import { oneLine } from '../../mail/one-line';
import type { KnownPerson } from './find-sender';

const MOST = 2;

/** Companies whose staff has addresses of this domain, none that is served no more. */
export async function findCompaniesByDomain(
  { sql }: Transaction,
  address: string,
): Promise<{ id: string }[]> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return sql<{ id: string }[]>`
    select id from companies
    where ${domain} = any(string_to_array(mail_domains, ', ')) and suspended_at is null order by id limit ${MOST}`;
}

/** Makes whoever first writes from a company's domain one of its staff; their token takes the place over later. */
export async function addNewcomer(
  { sql }: Transaction,
  companyId: string,
  given: { address: string; name: string; locale: Locale; at: string },
): Promise<KnownPerson> {
  const { address, locale, at } = given;
  const name = oneLine(given.name, 100) || address;
  const [person] = await sql<{ id: string; name: string; locale: Locale; served: boolean }[]>`
    insert into people (id, company_id, sub, name, email, role, locale, created_at, seen_at)
    values (${uuidv7()}, ${companyId}, ${`mail:${address.toLowerCase()}`}, ${name}, ${address}, 'staff', ${locale},
      ${at}, ${at})
    on conflict (company_id, sub) do update set seen_at = excluded.seen_at
    returning id, name, locale, blocked_at is null as served`;
  if (!person) throw new Error('A person was neither found nor made.');
  const { id: personId, ...rest } = person;
  return { personId, companyId, role: 'staff', outside: false, ...rest };
}
