import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../../db/connect';
import type { KnownPerson } from './find-sender';
import { addNewcomer } from './newcomers';
import { OUTSIDE } from './outside';

/** The person of a stranger's address, made when they first write. They sign in nowhere: nobody has verified them. */
export async function findOutsider(
  tx: Transaction,
  given: { address: string; name: string; locale: Locale; at: string },
): Promise<KnownPerson> {
  const { at } = given;
  const [company] = await tx.sql<{ id: string }[]>`
    insert into companies (id, external_id, name, created_at, updated_at)
    values (${uuidv7()}, ${OUTSIDE}, 'Mail', ${at}, ${at})
    on conflict (external_id) do update set external_id = excluded.external_id returning id`;
  if (!company) throw new Error('There is no company for strangers.');
  return { ...(await addNewcomer(tx, company.id, given)), outside: true };
}
