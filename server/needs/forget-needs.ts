import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { dayOf, NEED_DAYS } from './need-days';

/** Removes what nothing reads any more, and sooner what searches are not kept for. `days` 0: they are kept for good. */
export async function forgetNeeds({ database, now }: Services, days: number): Promise<void> {
  const kept = days === 0 ? NEED_DAYS : Math.min(days, NEED_DAYS);
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`delete from page_needs where day < ${dayOf(now(), kept)}::date`,
  );
}
