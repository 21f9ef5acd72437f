import type { DaySet } from '@beseda/shared/domain/production-calendar';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { parseDaySet } from './parse-day-set';

export const DAY_SET_OUTCOMES = ['created', 'changed', 'unchanged'] as const;

export interface ImportedYear {
  key: string;
  year: number;
  /** How many special days it has. */
  days: number;
  outcome: (typeof DAY_SET_OUTCOMES)[number];
}

/**
 * Takes the special days of a file, or of one year in it; each year of the key is replaced as a whole. Open clocks are
 * reckoned anew. Refuses with `invalid_input`, with the line at fault.
 */
export async function importDaySets(
  ctx: AdminContext,
  { key, text, year }: { key: string; text: string; year?: number },
): Promise<{ results: ImportedYear[] }> {
  return changeAsAdmin(ctx, async (tx) => {
    const sets = parseDaySet(text, key).filter((set) => year === undefined || set.year === year);
    if (sets.length === 0)
      throw new Refusal('invalid_input', `There is no day of ${year} in this file.`, { field: 'year' });
    const results: ImportedYear[] = [];
    for (const set of sets) results.push(await storeYear(ctx, tx, set));
    return { results };
  });
}

async function storeYear(ctx: AdminContext, tx: Transaction, set: DaySet): Promise<ImportedYear> {
  const { key, year, days } = set;
  const [stored] = await tx.sql<Pick<DaySet, 'days'>[]>`
    select days from day_sets where key = ${key} and year = ${year} for update`;
  const [before, after] = [stored && daysByDate(stored.days), daysByDate(days)];
  const result = { key, year, days: days.length };
  if (before && toJson(before) === toJson(after)) return { ...result, outcome: 'unchanged' };
  await tx.sql`
    insert into day_sets (key, year, days, updated_at) values (${key}, ${year}, ${toJson(days)}::jsonb, ${nowIso(ctx)})
    on conflict (key, year) do update set days = excluded.days, updated_at = excluded.updated_at`;
  const entry = { kind: 'day_set', id: `${key}/${year}`, name: `${key} ${year}`, after } as const;
  await recordAudit(ctx, tx, before ? { ...entry, before } : entry);
  return { ...result, outcome: before ? 'changed' : 'created' };
}

/** By date, so that the history names the days that changed, not the year. */
export function daysByDate(days: DaySet['days']): Record<string, string> {
  const sorted = days.toSorted((a, b) => a.date.localeCompare(b.date));
  return Object.fromEntries(sorted.map(({ date, kind, name }) => [date, name ? `${kind}: ${name}` : kind]));
}
