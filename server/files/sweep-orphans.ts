import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { removeContent, removeDetached } from './remove-detached';

const HOUR_MS = 60 * 60_000;
const ORPHAN_MS = 24 * HOUR_MS;
const BATCH = 500;
const FOLDERS = 256;

/**
 * Removes uploads that did not end or that no message took within a day, and bytes that no row refers to any more. Of
 * the store, one folder of 256 is compared with the rows per hour: that finds what a crash between file and row left.
 * Gives how many files' rows went.
 */
export async function sweepOrphans(services: Services): Promise<number> {
  const { files, now } = services;
  const before = now() - ORPHAN_MS;
  await files.sweepTemp(before);
  await removeUploads(services, new Date(before).toISOString());
  // By now no upload that still has its row is as old as these.
  await files.sweepParts(before - ORPHAN_MS);
  for (const sha256 of await files.list(Math.floor(now() / HOUR_MS) % FOLDERS, before)) {
    await removeContent(services, sha256);
  }
  let removed = 0;
  for (;;) {
    const ids = await findUnsent(services, new Date(before).toISOString());
    removed += await removeDetached(services, ids);
    if (ids.length < BATCH) return removed;
  }
}

async function removeUploads({ database, files }: Services, before: string): Promise<void> {
  const gone = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ parts: string[] }[]>`delete from uploads where created_at < ${before} returning parts`,
  );
  for (const { parts } of gone) await files.removeParts(parts);
}

async function findUnsent({ database }: Services, before: string): Promise<string[]> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select id from attachments where message_id is null and comment_id is null
        and created_at < ${before} limit ${BATCH}`,
  );
  return rows.map(({ id }) => id);
}
