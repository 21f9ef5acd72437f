import { bumpArticlesVersion } from '../articles/articles-version';
import { lockNumbers } from '../articles/take-article-number';
import type { AdminContext } from '../audit/change-as-admin';
import { Refusal } from '../context/refusal';
import { type Actor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { requireWriter } from '../manuscripts/may-publish';

/**
 * The way to every change of the table of contents: one change at a time, and every node takes it over. By those who
 * may publish, unless nothing of it `reachesReaders`: then by all agents. Refuses with `forbidden`.
 */
export async function changeContents<T>(
  { actor, database }: AdminContext,
  work: (tx: Transaction) => Promise<T>,
  { reachesReaders = true }: { reachesReaders?: boolean } = {},
): Promise<T> {
  requireWriter(actor);
  return database.inTransaction(SYSTEM, async (tx) => {
    if (reachesReaders) await requirePublishing(tx, actor);
    await lockNumbers(tx);
    const result = await work(tx);
    await bumpArticlesVersion(tx);
    return result;
  });
}

/** As the setting stands in this transaction. */
async function requirePublishing({ sql }: Transaction, actor: Actor): Promise<void> {
  if (actor.kind !== 'agent' || actor.role === 'admin') return;
  const [setting] = await sql<{ value: unknown }[]>`select value from settings where key = 'kb.publish'`;
  if (setting?.value === 'admins') {
    throw new Refusal('forbidden', 'Only admins change what readers see here.');
  }
}
