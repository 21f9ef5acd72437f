import type { DaySetRow, DaySetYear } from '@beseda/shared/protocol/rules';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

type Row = Omit<DaySetRow, 'usedBy'> & { calendars: string[] };

/** Every day set with its years and the calendars that it is laid over. */
export async function listDaySets(ctx: AdminContext): Promise<DaySetRow[]> {
  const rows = await changeAsAdmin(
    ctx,
    ({ sql }) => sql<Row[]>`
      select d.key, json_agg(json_build_object('year', d.year, 'days', jsonb_array_length(d.days),
          'updatedAt', d.updated_at) order by d.year) as years,
        array(select name from calendars where day_set_key = d.key order by name limit 20) as calendars
      from day_sets d group by d.key order by d.key`,
  );
  return rows.map(({ key, years, calendars }) => ({
    key,
    years: years.map((year) => ({ ...year, updatedAt: toIso(year.updatedAt) })),
    usedBy: { calendars },
  }));
}

export interface YearKey {
  key: string;
  year: number;
}

/** The special days of one year. Refuses with `not_found`. */
export async function readDaySet(ctx: AdminContext, which: YearKey): Promise<DaySetYear> {
  return changeAsAdmin(ctx, (tx) => loadDaySet(tx, which));
}

/** The row is locked. Refuses with `not_found`. */
export async function loadDaySet({ sql }: Transaction, { key, year }: YearKey): Promise<DaySetYear> {
  const [row] = await sql<DaySetYear[]>`
    select key, year, days, updated_at as "updatedAt" from day_sets
    where key = ${key} and year = ${year} for update`;
  if (!row) throw notFound();
  return { ...row, updatedAt: toIso(row.updatedAt) };
}
