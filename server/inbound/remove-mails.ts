import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { removeContent } from '../files/remove-detached';

/** Removes mail that came in before then, `most` at once, and its raw bytes. Gives how many went. */
export async function removeMails(services: Services, before: string, most: number): Promise<number> {
  const removed = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ sha256: string | null }[]>`
      delete from inbound_mails where id = any(array(
        select id from inbound_mails where received_at < ${before} and state <> 'received'
        order by received_at limit ${most})) and state <> 'received'
      returning sha256`,
  );
  for (const sha256 of new Set(removed.map((row) => row.sha256)))
    if (sha256 !== null) await removeContent(services, sha256);
  return removed.length;
}
