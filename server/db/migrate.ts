import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { loadShippedDays } from '../calendars/load-shipped-days';
import { findRoot } from '../config/find-root';
import { LOCKS } from './locks';

/**
 * Brings the schema up to date as its owner, gives the application role its rights, and brings the days off that we ship.
 * Safe to run from several servers at once: one works, the others wait and find nothing to do.
 */
export async function migrate(ownerUrl: string, appRole = 'beseda_app'): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCKS.migration})`;
    await applyMigrations(drizzle(client), { migrationsFolder: migrationsFolder() });
    await grant(client, appRole);
    await loadShippedDays(client);
  } finally {
    await client.end();
  }
}

async function grant(client: postgres.Sql, appRole: string): Promise<void> {
  const role = client(appRole);
  await client`grant usage on schema public to ${role}`;
  await client`grant select, insert, update, delete on all tables in schema public to ${role}`;
  await client`grant usage on schema drizzle to ${role}`;
  await client`grant select on all tables in schema drizzle to ${role}`;
  await client`grant usage, select on all sequences in schema public to ${role}`;
}

/** For `/readyz`: applied < known means that this build waits for `migrate`. */
export async function countAppliedMigrations(client: postgres.Sql): Promise<number> {
  const [row] = await client<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

export function countKnownMigrations(): number {
  return readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql')).length;
}

function migrationsFolder(): string {
  return join(findRoot(), 'server/db/migrations');
}
