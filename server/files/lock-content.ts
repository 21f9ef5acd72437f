import type { Transaction } from '../db/connect';

/** Until this transaction ends, nobody else puts these bytes into the store or takes them out. */
export async function lockContent({ sql }: Transaction, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 7310003))`;
}
