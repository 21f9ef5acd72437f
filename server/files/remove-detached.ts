import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockContent } from './lock-content';

/**
 * Deletes files that no message has (any more), of those asked for, and their bytes where nobody else has them. The rows
 * go last: what a crash interrupts is found again. Gives how many went.
 */
export async function removeDetached(
  services: Pick<Services, 'database' | 'files'>,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ sha256: string }[]>`
      select distinct sha256 from attachments where id = any(${[...ids]}::uuid[]) and message_id is null
        and comment_id is null`,
  );
  let removed = 0;
  for (const { sha256 } of rows) removed += await removeContent(services, sha256, ids);
  return removed;
}

/** Whether a message, an upload, the knowledge base or a mail as it came in has these bytes. */
export async function isContentUsed({ sql }: Transaction, sha256: string): Promise<boolean> {
  const used = await sql`
    select 1 from attachments where sha256 = ${sha256} union all
    select 1 from article_files where sha256 = ${sha256} union all
    select 1 from inbound_mails where sha256 = ${sha256} limit 1`;
  return used.length > 0;
}

/** Takes bytes out of the store that no row refers to, once those of `ids` are gone. Gives how many rows went. */
export async function removeContent(
  { database, files }: Pick<Services, 'database' | 'files'>,
  sha256: string,
  ids: readonly string[] = [],
): Promise<number> {
  return database.inTransaction(SYSTEM, async (tx) => {
    await lockContent(tx, sha256);
    const gone = await tx.sql`
      delete from attachments where sha256 = ${sha256} and id = any(${[...ids]}::uuid[]) and message_id is null
        and comment_id is null`;
    if (!(await isContentUsed(tx, sha256))) await files.remove(sha256);
    return gone.count;
  });
}
