import type { Transaction } from '../db/connect';
import { LOCKS } from '../db/locks';

/** A number for a new article, its place in the knowledge base already made. Taken in turn until the transaction ends. */
export async function takeArticleNumber(tx: Transaction): Promise<number> {
  const number = 1 + (await lockNumbers(tx));
  await tx.sql`insert into article_places (number, position) values (${number}, ${number})`;
  return number;
}

/** Lets nobody else take a number before this transaction ends. Gives the last that was ever taken; 0 before the first. */
export async function lockNumbers({ sql }: Transaction): Promise<number> {
  await sql`select pg_advisory_xact_lock(${LOCKS.importing})`;
  const [row] = await sql<{ last: number }[]>`select coalesce(max(number), 0) as last from article_places`;
  return row?.last ?? 0;
}
