import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';

/** A number for companies in Russia, at the standard hours, and telephones on the desks of the demo's agents. */
export async function preparePhone({ database }: Services, agentIds: readonly string[]): Promise<void> {
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into phone_numbers (id, region, number, calendar_id)
      select ${uuidv7()}, 'RU', '+7 495 000-12-34', (select id from calendars order by id limit 1)
      where not exists (select 1 from phone_numbers)`;
    for (const [index, id] of agentIds.entries()) {
      await sql`update agents set extension = coalesce(extension, ${String(101 + index)}) where id = ${id}`;
    }
  });
}
