import type { PersonRef } from '@beseda/shared/domain/event';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';

const MOST = 1_000;

/** Who asks in a manager's company, and may follow, by name: themselves too. Refuses with forbidden. */
export async function listColleagues(ctx: Context): Promise<{ results: PersonRef[] }> {
  const { actor } = ctx;
  if (actor.kind !== 'manager') throw new Refusal('forbidden', 'Managers see who is in their company.');
  const results = await ctx.inTransaction(
    ({ sql }) => sql<PersonRef[]>`
      select id, name from people
      where company_id = ${actor.companyId} and role <> 'distributor' and blocked_at is null
      order by name collate "und-x-icu", id limit ${MOST}`,
  );
  return { results: [...results] };
}
