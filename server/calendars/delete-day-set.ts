import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { daysByDate } from './import-day-sets';
import { loadDaySet, type YearKey } from './list-day-sets';

/** Removes one year of a day set that no calendar is tied to. Refuses with `not_found`, `in_use`. */
export async function deleteDaySet(ctx: AdminContext, { key, year }: YearKey): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    const { days } = await loadDaySet(tx, { key, year });
    const calendars = await tx.sql<{ name: string }[]>`
      select name from calendars where day_set_key = ${key} order by name limit 20 for share`;
    refuseInUse('The day set', { calendars: calendars.map(({ name }) => name) });
    await tx.sql`delete from day_sets where key = ${key} and year = ${year}`;
    const object = { kind: 'day_set', id: `${key}/${year}`, name: `${key} ${year}` } as const;
    await recordAudit(ctx, tx, { ...object, before: daysByDate(days) });
  });
}
