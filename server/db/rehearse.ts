import { SYSTEM } from './actor';
import type { Database, Transaction } from './connect';

/** Carries the result out of a transaction that is to leave nothing behind. */
class Rehearsed<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rehearsed');
    this.result = result;
  }
}

/** Does the work in one transaction; with `only` all of it is undone, so that the result is what the real run would give. */
export async function rehearse<T>(
  database: Database,
  only: boolean,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.inTransaction(SYSTEM, async (tx) => {
      const result = await work(tx);
      if (only) throw new Rehearsed(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}
