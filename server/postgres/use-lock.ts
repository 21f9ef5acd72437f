import postgres, { type Sql } from 'postgres';

/** Advisory lock number; 'bese' in ASCII. */
const USE_LOCK = 0x62_65_73_65;
const SERVER_PATIENCE = '5s';

/** One connection as `postgres` that lives as long as the cluster is used. */
export function openKeeper(superUrl: string): Sql {
  return postgres(superUrl, {
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    connect_timeout: 5,
    // Asked for on its own account at each connection; nobody hears where that fails.
    fetch_types: false,
    connection: { application_name: 'beseda-keeper' },
    onnotice: () => {},
  });
}

/** Says that this process uses the cluster; false when its owner is about to stop it. */
export async function joinUse(keeper: Sql): Promise<boolean> {
  const [row] = await keeper<{ joined: boolean }[]>`
    select pg_try_advisory_lock_shared(${USE_LOCK}) as joined`;
  return row?.joined === true;
}

/**
 * Waits until no guest uses the cluster; no new one gets in from here on. With `bounded`, a guest that
 * takes longer than 5 s is cut off.
 */
export async function waitForGuests(keeper: Sql, bounded: boolean): Promise<void> {
  if (bounded) await keeper`select set_config('lock_timeout', ${SERVER_PATIENCE}, false)`;
  await keeper`select pg_advisory_lock(${USE_LOCK})`.catch((error: unknown) => {
    if (!(error instanceof postgres.PostgresError) || error.code !== '55P03') throw error;
  });
}

export async function countUsers(keeper: Sql): Promise<number> {
  const [row] = await keeper<{ users: number }[]>`
    select count(*)::int as users from pg_locks
    where locktype = 'advisory' and objid = ${USE_LOCK} and pid <> pg_backend_pid()`;
  return row?.users ?? 0;
}
