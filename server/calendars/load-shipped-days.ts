import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DaySet } from '@beseda/shared/domain/production-calendar';
import type postgres from 'postgres';
import { findRoot } from '../config/find-root';
import { toJson } from '../db/to-json';

/** Puts the years that we ship where there are none; what an operator has put there stays. The client is the owner's. */
export async function loadShippedDays(client: postgres.Sql): Promise<void> {
  const shipped = await readShipped();
  await client.begin(async (sql) => {
    await sql`select set_config('beseda.actor', 'system', true)`;
    const present = await sql<Pick<DaySet, 'key' | 'year'>[]>`select key, year from day_sets`;
    for (const { key, year, days } of shipped) {
      // Not left to "on conflict": a statement that writes nothing would have all clocks reckoned anew, too.
      if (present.some((set) => set.key === key && set.year === year)) continue;
      await sql`insert into day_sets (key, year, days) values (${key}, ${year}, ${toJson(days)}::text::jsonb)`;
    }
  });
}

async function readShipped(): Promise<DaySet[]> {
  const folder = join(findRoot(), 'server/calendars/data');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as DaySet);
}
