import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { CalendarCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import {
  type CalendarFields,
  type CalendarPatch,
  describeCalendar,
  readCalendarFields,
} from './calendar-fields';
import { loadCalendar } from './list-calendars';

const EMPTY: CalendarFields = {
  name: '',
  calendar: { tz: 'Etc/UTC', hours: {}, holidays: [], exceptions: {} },
  daySetKey: null,
};

/** Makes a calendar. Refuses with `already_exists`, `invalid_input`, `invalid_calendar`. */
export async function createCalendar(
  ctx: AdminContext,
  input: CalendarPatch & { name: string; calendar: unknown },
): Promise<CalendarCard> {
  const id = uuidv7(ctx.now());
  return changeAsAdmin(ctx, async (tx) => {
    const { name, calendar, daySetKey } = await readCalendarFields(tx, input, EMPTY);
    await refuseTaken(tx, id, name);
    await tx.sql`
      insert into calendars (id, name, definition, day_set_key, created_at, updated_at)
      values (${id}, ${name}, ${toJson(calendar)}::text::jsonb, ${daySetKey}, ${nowIso(ctx)}, ${nowIso(ctx)})`;
    const card = await loadCalendar(tx, id);
    await recordAudit(ctx, tx, { kind: 'calendar', id, name, after: describeCalendar(card) });
    return card;
  });
}

/**
 * Changes a calendar; open clocks are reckoned anew. Refuses with `not_found`, `already_exists`, `invalid_input`,
 * `invalid_calendar`.
 */
export async function updateCalendar(
  ctx: AdminContext,
  id: string,
  patch: CalendarPatch,
): Promise<CalendarCard> {
  return changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from calendars where id = ${id} for update`;
    const before = await loadCalendar(tx, id);
    const after = await readCalendarFields(tx, patch, before);
    const [old, fresh] = [describeCalendar(before), describeCalendar(after)];
    // A statement that changes nothing would have all clocks reckoned anew, too.
    if (toJson(old) === toJson(fresh)) return before;
    await refuseTaken(tx, id, after.name);
    await tx.sql`
      update calendars set name = ${after.name}, definition = ${toJson(after.calendar)}::text::jsonb,
        day_set_key = ${after.daySetKey}, updated_at = ${nowIso(ctx)}
      where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'calendar', id, name: after.name, before: old, after: fresh });
    return loadCalendar(tx, id);
  });
}

async function refuseTaken({ sql }: Transaction, id: string, name: string): Promise<void> {
  const taken = await sql`select from calendars where name = ${name} and id <> ${id}`;
  if (taken.length === 0) return;
  throw new Refusal('already_exists', 'There is a calendar of this name.', { field: 'name' });
}
