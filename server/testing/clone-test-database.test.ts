import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertDatabaseFitness } from '../postgres/assert-database-fitness';
import type { TestDatabase } from './clone-database';
import { cloneTestDatabase } from './clone-test-database';

describe('cloneTestDatabase', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([cloneTestDatabase(), cloneTestDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('gives a migrated database that is fit for Russian text', async () => {
    const sql = postgres(first.appUrl, { max: 1 });
    await expect(assertDatabaseFitness(sql)).resolves.toBeUndefined();
    await sql.end();
  });

  it('keeps what one file writes from the others', async () => {
    const one = postgres(first.ownerUrl, { max: 1 });
    const other = postgres(second.ownerUrl, { max: 1 });
    await one`create table mark (id int)`;
    const [row] = await other`select to_regclass('mark') as mark`;
    expect(row?.['mark']).toBeNull();
    await Promise.all([one.end(), other.end()]);
  });

  it('gives the application a role that owns nothing and is bound by row-level security', async () => {
    const sql = postgres(first.appUrl, { max: 1 });
    const [role] = await sql`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owned: 0,
    });
    await sql.end();
  });
});
