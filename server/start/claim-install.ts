import postgres from 'postgres';
import { LOCKS } from '../db/locks';

export class InstallInUse extends Error {
  constructor() {
    super('Another server works on this database. Several servers need REDIS_URL, the same one for all.');
    this.name = 'InstallInUse';
  }
}

/**
 * Keeps a second server without REDIS_URL off the same database. The lock lives with its own connection, so a killed
 * server leaves nothing behind. Throws InstallInUse. Gives its release.
 */
export async function claimInstall(ownerUrl: string, shared: boolean): Promise<() => Promise<void>> {
  const client = postgres(ownerUrl, { max: 1, idle_timeout: 0, max_lifetime: 0, onnotice: () => {} });
  const [row] = shared
    ? await client<{ held: boolean }[]>`select pg_try_advisory_lock_shared(${LOCKS.install}) as held`
    : await client<{ held: boolean }[]>`select pg_try_advisory_lock(${LOCKS.install}) as held`;
  if (row?.held) return () => client.end({ timeout: 2 });
  await client.end({ timeout: 2 });
  throw new InstallInUse();
}
