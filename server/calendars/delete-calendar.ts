import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { describeCalendar } from './calendar-fields';
import { loadCalendar } from './list-calendars';

/** Removes a calendar that no policy, company and phone number goes by. Refuses with `not_found`, `in_use`. */
export async function deleteCalendar(ctx: AdminContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from calendars where id = ${id} for update`;
    const card = await loadCalendar(tx, id);
    refuseInUse('The calendar', card.usedBy);
    await tx.sql`delete from calendars where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'calendar', id, name: card.name, before: describeCalendar(card) });
  });
}
