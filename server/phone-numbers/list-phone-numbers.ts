import { isOpen } from '@beseda/shared/domain/open-hours';
import type { PhoneNumberCard, PhoneNumbers } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';

export type PhoneContext = AdminContext & Pick<Services, 'serviceLevels'>;
/** A number as stored; whether somebody is there now, its hours say. */
type Stored = Omit<PhoneNumberCard, 'open'>;

/** All numbers in the order in which they are shown, and what one can choose from for them. */
export async function listPhoneNumbers(ctx: PhoneContext): Promise<PhoneNumbers> {
  const { rows, calendars, regions } = await changeAsAdmin(ctx, async (tx) => ({
    rows: await selectNumbers(tx, null),
    calendars: await tx.sql<{ id: string; name: string }[]>`
      select id, name from calendars order by name collate "und-x-icu", id`,
    regions: await tx.sql<{ region: string }[]>`
      select distinct region from companies where region is not null order by region limit 200`,
  }));
  return {
    results: await Promise.all(rows.map((row) => withHours(ctx, row))),
    next: null,
    calendars: [...calendars],
    regions: regions.map(({ region }) => region),
  };
}

/** Refuses with `not_found`. */
export async function readPhoneNumber(ctx: PhoneContext, id: string): Promise<PhoneNumberCard> {
  return withHours(ctx, await changeAsAdmin(ctx, (tx) => loadNumber(tx, id)));
}

/** Refuses with `not_found`. */
export async function loadNumber(tx: Transaction, id: string): Promise<Stored> {
  const [row] = await selectNumbers(tx, id);
  if (!row) throw notFound();
  return row;
}

export async function withHours(ctx: PhoneContext, row: Stored): Promise<PhoneNumberCard> {
  const levels = await ctx.serviceLevels.get();
  const hours = row.calendar === null ? null : levels.hoursOf(row.calendar.id);
  return { ...row, open: hours === null || isOpen(hours, ctx.now()) };
}

async function selectNumbers({ sql }: Transaction, id: string | null): Promise<Stored[]> {
  const rows = await sql<Stored[]>`
    select n.id, n.region, n.number, n.note, n.position,
      case when c.id is null then null else jsonb_build_object('id', c.id, 'name', c.name) end as calendar,
      (select count(*)::int from companies o where lower(o.region) = lower(n.region)) as companies
    from phone_numbers n left join calendars c on c.id = n.calendar_id
    where ${id === null ? sql`true` : sql`n.id = ${id}`}
    order by lower(n.region), n.position, n.id`;
  return [...rows];
}
