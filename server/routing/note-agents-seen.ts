import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';

/** Who is at the desk now has been seen now. */
export async function noteAgentsSeen(services: Services, online: ReadonlySet<string>): Promise<void> {
  if (online.size === 0) return;
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set seen_at = ${nowIso(services)} where id = any(${[...online]}::uuid[])`,
  );
}
