import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';

/** An app without its secrets. */
export interface ListedApp {
  key: string;
  name: string;
  origins: string[];
  kids: string[];
}

export async function listApps(services: Pick<Services, 'database'>): Promise<ListedApp[]> {
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<ListedApp[]>`
      select a.key, a.name, a.origins,
        coalesce(array_agg(s.kid order by s.created_at) filter (where s.kid is not null), '{}') as kids
      from apps a left join app_secrets s on s.app_id = a.id and s.retired_at is null
      group by a.id order by a.created_at, a.id`,
  );
  return [...rows];
}
