import postgres, { type Sql } from 'postgres';
import { DatabaseError } from './database-error';

const OLDEST_VERSION = 150_000;
const LEAST_SIMILARITY = 0.5;

/**
 * Refuses a database that would work badly in silence: one older than PostgreSQL 15, not in UTF-8, or whose
 * pg_trgm sees no letters in Cyrillic text. Call it after the migrations, with any role.
 */
export async function assertDatabaseFitness(sql: Sql): Promise<void> {
  const [server] = await sql<{ number: number; version: string; encoding: string }[]>`
    select current_setting('server_version_num')::int as number,
      current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`;
  if (!server || server.number < OLDEST_VERSION) {
    const found = server?.version ?? 'unknown';
    throw new DatabaseError('database_too_old', `PostgreSQL 15 or later is needed, this one is ${found}`);
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseError(
      'database_unfit',
      `The database must be in UTF8, this one is in ${server.encoding}`,
    );
  }
  const similarity = await measureSimilarity(sql);
  if (similarity === null) {
    throw new DatabaseError(
      'database_unfit',
      'The extension pg_trgm is missing: run «npm run beseda -- migrate»',
    );
  }
  if (similarity <= LEAST_SIMILARITY) {
    throw new DatabaseError(
      'database_unfit',
      'pg_trgm does not work for Russian text in this database: make it with a UTF-8 LC_CTYPE such as C.UTF-8',
    );
  }
}

async function measureSimilarity(sql: Sql): Promise<number | null> {
  try {
    const [row] = await sql<{ value: number }[]>`select similarity('заказ', 'заказы') as value`;
    return row?.value ?? 0;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '42883') return null;
    throw error;
  }
}
