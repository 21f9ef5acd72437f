import { type Calendar, checkCalendar } from '@beseda/shared/domain/open-hours';
import type { CalendarCard } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

/** All calendars by name, each with what uses it. */
export async function listCalendars(ctx: AdminContext): Promise<CalendarCard[]> {
  return changeAsAdmin(ctx, (tx) => selectCalendars(tx, null));
}

/** Refuses with `not_found`. */
export async function readCalendarCard(ctx: AdminContext, id: string): Promise<CalendarCard> {
  return changeAsAdmin(ctx, (tx) => loadCalendar(tx, id));
}

/** Refuses with `not_found`. */
export async function loadCalendar(tx: Transaction, id: string): Promise<CalendarCard> {
  const [calendar] = await selectCalendars(tx, id);
  if (!calendar) throw notFound();
  return calendar;
}

type Row = Omit<CalendarCard, 'calendar' | 'usedBy'> & CalendarCard['usedBy'] & { definition: Calendar };

async function selectCalendars({ sql }: Transaction, id: string | null): Promise<CalendarCard[]> {
  const rows = await sql<Row[]>`
    select c.id, c.name, c.definition, c.day_set_key as "daySetKey", c.updated_at as "updatedAt",
      array(select name from sla_policies where calendar_id = c.id order by name limit 20) as policies,
      array(select name from companies where calendar_id = c.id order by name limit 20) as companies,
      array(select number from phone_numbers where calendar_id = c.id order by number limit 20) as "phoneNumbers"
    from calendars c where ${id === null ? sql`true` : sql`c.id = ${id}`}
    order by c.name collate "und-x-icu", c.id`;
  return rows.map(({ definition, policies, companies, phoneNumbers, ...row }) => {
    const checked = checkCalendar(definition);
    const unread = { tz: definition.tz, hours: {}, holidays: [], exceptions: {} };
    return {
      ...row,
      calendar: checked.ok ? checked.calendar : unread,
      usedBy: { policies, companies, phoneNumbers },
      updatedAt: toIso(row.updatedAt),
    };
  });
}
