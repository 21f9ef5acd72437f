import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { lockContent } from './lock-content';

const ORPHAN_MS = 24 * 60 * 60_000;
const BATCH = 500;
const FOLDERS = 256;
const HOUR_MS = 60 * 60_000;

/**
 * Removes uploads that no message took within a day, and bytes that no row refers to any more. Of the store, one
 * folder of 256 is compared with the rows per hour: that finds what a crash between file and row left.
 * Gives how many rows went.
 */
export async function sweepOrphans(services: Services): Promise<number> {
  const before = services.now() - ORPHAN_MS;
  await services.files.sweepTemp(before);
  const suspects = new Set(await services.files.list(Math.floor(services.now() / HOUR_MS) % FOLDERS, before));
  let removed = 0;
  for (;;) {
    const gone = await removeRows(services, new Date(before).toISOString());
    removed += gone.length;
    for (const sha256 of gone) suspects.add(sha256);
    if (gone.length < BATCH) break;
  }
  for (const sha256 of suspects) await removeUnused(services, sha256);
  return removed;
}

async function removeRows(services: Services, before: string): Promise<string[]> {
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ sha256: string }[]>`
      delete from attachments where id in (
        select id from attachments where message_id is null and created_at < ${before}
        limit ${BATCH} for update skip locked)
      returning sha256`,
  );
  return rows.map((row) => row.sha256);
}

async function removeUnused(services: Services, sha256: string): Promise<void> {
  await services.database.inTransaction(SYSTEM, async (tx) => {
    await lockContent(tx, sha256);
    const used = await tx.sql`select 1 from attachments where sha256 = ${sha256} limit 1`;
    if (used.length === 0) await services.files.remove(sha256);
  });
}
