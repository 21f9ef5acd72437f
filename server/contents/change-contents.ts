import { bumpArticlesVersion } from '../articles/articles-version';
import { lockNumbers } from '../articles/take-article-number';
import type { AdminContext } from '../audit/change-as-admin';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

/**
 * The way to every change of the table of contents: agents, one change at a time, and every node takes it over.
 * Refuses with `forbidden`.
 */
export async function changeContents<T>(
  { actor, database }: AdminContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (actor.kind !== 'agent' && actor.kind !== 'system')
    throw new Refusal('forbidden', 'This is for agents.');
  return database.inTransaction(SYSTEM, async (tx) => {
    await lockNumbers(tx);
    const result = await work(tx);
    await bumpArticlesVersion(tx);
    return result;
  });
}
