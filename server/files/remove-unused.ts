import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { lockContent } from './lock-content';

/** Takes bytes out of the store that no row refers to; others who hold the same content keep theirs. */
export async function removeUnused(
  services: Pick<Services, 'database' | 'files'>,
  hashes: Iterable<string>,
): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    await services.database.inTransaction(SYSTEM, async (tx) => {
      await lockContent(tx, sha256);
      const used = await tx.sql`select 1 from attachments where sha256 = ${sha256} limit 1`;
      if (used.length === 0) await services.files.remove(sha256);
    });
  }
}
