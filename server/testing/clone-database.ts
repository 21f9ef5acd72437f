import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { OWNER_ROLE } from '../postgres/cluster-credentials';
import { inDatabase, type TestServer } from './open-test-server';

export interface TestDatabase {
  /** Role `beseda_owner`. */
  readonly ownerUrl: string;
  /** Role `beseda_app`, bound by row-level security. */
  readonly appUrl: string;
  /** Ends what is still connected and removes the database. */
  readonly drop: () => Promise<void>;
}

/** An empty, migrated database of one's own. */
export async function cloneDatabase(server: TestServer): Promise<TestDatabase> {
  const name = `beseda_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await run(`create database ${name} template ${server.template} owner ${OWNER_ROLE}`);
  return {
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}
