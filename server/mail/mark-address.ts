import type { Transaction } from '../db/connect';

/** So many failures that may pass, each within the pause after the last, and the address counts as one that takes nothing. */
const MOST_FAILURES = 3;
const FORGET_DAYS = 7;

/** Counts that a mail did not get there. True: nothing is sent to this address any more. */
export async function markAddress(
  { sql }: Transaction,
  failed: { address: string; status: string | null; isPermanent: boolean; at: string },
): Promise<boolean> {
  const { address, status, isPermanent, at } = failed;
  const [row] = await sql<{ marked: boolean }[]>`
    insert into bounced_addresses as b (address, status, failures, last_at, marked_at)
    values (lower(${address}), ${status}, 1, ${at}, ${isPermanent ? at : null})
    on conflict (address) do update set status = excluded.status, last_at = excluded.last_at,
      failures = case when b.last_at > ${at}::timestamptz - ${FORGET_DAYS}::int * interval '1 day' then b.failures + 1 else 1 end,
      marked_at = coalesce(b.marked_at, excluded.marked_at, case
        when b.failures + 1 >= ${MOST_FAILURES} and b.last_at > ${at}::timestamptz - ${FORGET_DAYS}::int * interval '1 day'
        then ${at}::timestamptz end)
    returning marked_at is not null as marked`;
  return row?.marked ?? false;
}

/** Since when nothing is sent there, and what was said of it; null: mail is sent. */
export async function findMark(
  { sql }: Transaction,
  address: string,
): Promise<{ status: string | null; markedAt: string } | null> {
  const [row] = await sql<{ status: string | null; markedAt: string }[]>`
    select status, marked_at as "markedAt" from bounced_addresses
    where address = lower(${address}) and marked_at is not null`;
  return row ?? null;
}

/** An agent says that it takes mail again, or mail came from there. True: it had been marked. */
export async function unmarkAddress({ sql }: Transaction, address: string): Promise<boolean> {
  const rows = await sql<{ markedAt: string | null }[]>`
    delete from bounced_addresses where address = lower(${address}) returning marked_at as "markedAt"`;
  return rows.some(({ markedAt }) => markedAt !== null);
}
