import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { type SeededCompany, seedCompany } from './seed-company';

/** Tables of the whole install: no row in them belongs to a company. A new table is listed here or has a `company_id`. */
const INSTALL_WIDE = [
  'agents',
  'api_tokens',
  'apps',
  'calendars',
  'day_sets',
  'phone_numbers',
  'plans',
  'settings',
  'sign_in_links',
  'sla_policies',
  'team_members',
  'teams',
];
/** The companies themselves: their `id` is what other tables call `company_id`. */
const TENANTS = 'companies';
const REFUSED = '42501';
/** Of the whole install, and read by agents alone. */
const INSIDE = [
  'app_secrets',
  'article_days',
  'article_search_days',
  'audit_log',
  'outside_links',
  'bounced_addresses',
  'mail_templates',
  'refused_origins',
  'articles',
  'article_files',
  'article_snippets',
  'article_drafts',
  'article_editors',
  'article_imports',
  'fetched_pictures',
  'article_places',
  'article_views',
  'article_versions',
  'redirects',
  'categories',
  'category_places',
  'section_places',
  'sections',
];
/** Of the whole install, and looked at before anybody is known: by the system alone. */
const UNSEEN = ['portal_links', 'spent_tokens'];

let clone: TestDatabase;
let services: TestServices;
let owner: postgres.Sql;
let ours: SeededCompany;
let theirs: SeededCompany;
let inside: Actor;
let companyTables: string[];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  owner = postgres(clone.ownerUrl, { max: 1, onnotice: () => {} });
  const agent = await makeAgent(services);
  inside = agent;
  ours = await seedCompany(services, 'vita', agent);
  theirs = await seedCompany(services, 'other', agent);
  const rows = await owner<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'company_id' order by 1`;
  companyTables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await owner.end();
  await services.database.close();
  await clone.drop();
});

const keyOf = (table: string) => (table === TENANTS ? 'id' : 'company_id');
const guarded = () => [TENANTS, ...companyTables];

/** What one statement of an actor does: how many rows, or the code of its refusal. Nothing of it stays. */
async function attempt(
  actor: Actor | null,
  statement: (sql: Transaction['sql']) => Promise<{ count: number }>,
): Promise<number | string> {
  const undo = new Error('undo');
  let count = -1;
  const work = async (sql: Transaction['sql']) => {
    ({ count } = await statement(sql));
    throw undo;
  };
  try {
    if (actor) await services.database.inTransaction(actor, ({ sql }) => work(sql));
    else await services.database.client.begin(work);
  } catch (error) {
    if (error !== undo) return (error as { code?: string }).code ?? String(error);
  }
  return count;
}

/** A row of this company, as it stands. */
async function rowOf(table: string, companyId: string): Promise<string> {
  const [found] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${sql(table)} t where ${sql(keyOf(table))} = ${companyId} limit 1`,
  );
  if (!found) throw new Error(`${table} has no row of this company: let seed-company.ts write one.`);
  return found.row;
}

/** What this actor can do with a company's rows, per table. */
async function outcomes(actor: Actor | null, company: SeededCompany): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of guarded()) {
    const key = keyOf(table);
    const row = await rowOf(table, company.id);
    found[table] = {
      read: await attempt(actor, (sql) => sql`select 1 from ${sql(table)} where ${sql(key)} = ${company.id}`),
      change: await attempt(
        actor,
        (sql) => sql`update ${sql(table)} set ${sql(key)} = ${sql(key)} where ${sql(key)} = ${company.id}`,
      ),
      remove: await attempt(actor, (sql) => sql`delete from ${sql(table)} where ${sql(key)} = ${company.id}`),
      insert: await attempt(
        actor,
        (sql) => sql`
          insert into ${sql(table)} overriding system value
          select * from jsonb_populate_record(null::${sql(table)}, ${row}::text::jsonb)`,
      ),
    };
  }
  return found;
}

const NOTHING = { read: 0, change: 0, remove: 0, insert: REFUSED };

describe('the database itself', () => {
  it('knows of every table whether its rows belong to a company', async () => {
    const tables = await owner<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`;
    expect(tables.map(({ name }) => name)).toEqual(
      [...INSTALL_WIDE, ...INSIDE, ...UNSEEN, ...guarded()].sort(),
    );
  });

  it('forces row-level security on every table of companies, and on those that few may read', async () => {
    const rows = await owner<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid) order by 1`;
    expect(rows.map(({ name }) => name)).toEqual([...INSIDE, ...UNSEEN, ...guarded()].sort());
  });

  it('keeps the ways into the support centre from everybody', async () => {
    const link = { secret_hash: 'x', person_id: ours.owner.personId, expires_at: new Date().toISOString() };
    const token = { hash: 'x', expires_at: link.expires_at };
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) =>
        sql`with l as (insert into portal_links ${sql(link)}) insert into spent_tokens ${sql(token)}`,
    );
    for (const actor of [null, ours.owner, ours.manager, inside]) {
      for (const table of UNSEEN) {
        expect(await attempt(actor, (sql) => sql`select 1 from ${sql(table)}`)).toBe(0);
        expect(await attempt(actor, (sql) => sql`delete from ${sql(table)}`)).toBe(0);
      }
    }
    expect(await attempt(SYSTEM, (sql) => sql`select 1 from portal_links`)).toBe(1);
  });

  it('opens the knowledge base from inside alone', async () => {
    const row = { path: '/help/ru/article/x', kind: 'article', number: 1 };
    await services.database.inTransaction(SYSTEM, ({ sql }) => sql`insert into redirects ${sql(row)}`);
    for (const actor of [null, ours.owner, ours.manager]) {
      expect(await attempt(actor, (sql) => sql`select 1 from redirects`)).toBe(0);
      expect(await attempt(actor, (sql) => sql`insert into article_places values (1, 1)`)).toBe(REFUSED);
    }
    expect(await attempt(inside, (sql) => sql`select 1 from redirects`)).toBe(1);
  });

  it('serves the application through a role that no policy lets off', async () => {
    const [role] = await services.database.client`
      select r.rolsuper, r.rolbypassrls, exists (select from pg_class where relowner = r.oid) as owns,
        exists (select from pg_auth_members where member = r.oid) as inherits
      from pg_roles r where r.rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owns: false, inherits: false });
  });
});

describe('rows of a company', () => {
  const strangers: Record<string, () => Actor | null> = {
    nobody: () => null,
    'a requester of another company': () => theirs.owner,
    'a manager of another company': () => theirs.manager,
  };

  it.each(Object.keys(strangers))(
    'are out of reach for %s: nothing is seen, changed or added',
    async (name) => {
      const actor = strangers[name]?.() ?? null;
      const expected = Object.fromEntries(guarded().map((table) => [table, NOTHING]));
      expect(await outcomes(actor, ours)).toEqual(expected);
    },
  );

  it('are open to agents, so that the zeros above mean something', async () => {
    const found = await outcomes(SYSTEM, ours);
    for (const table of guarded()) expect(found[table]).toMatchObject({ read: expect.any(Number) });
    const reads = Object.values(found).map((outcome) => (outcome as { read: number }).read);
    expect(Math.min(...reads)).toBeGreaterThan(0);
  });

  it('cannot be planted in another company by moving one’s own', async () => {
    const moved: Record<string, number | string> = {};
    for (const table of companyTables) {
      moved[table] = await attempt(
        theirs.owner,
        (sql) => sql`update ${sql(table)} set company_id = ${ours.id}`,
      );
    }
    expect(Object.entries(moved).filter(([, outcome]) => outcome !== 0 && outcome !== REFUSED)).toEqual([]);
  });

  it('of the company and its people are not changed by those who belong to it', async () => {
    // Whoever shares a conversation is seen: who asked, and who follows.
    const seen = new Map([
      [ours.owner, 2],
      [ours.follower, 2],
      [ours.colleague, 1],
      [ours.manager, 4],
    ]);
    for (const [actor, people] of seen) {
      const found = await outcomes(actor, ours);
      expect(found).toMatchObject({
        companies: { read: 1, change: 0, remove: 0, insert: REFUSED },
        people: { read: people, change: 0, remove: 0, insert: REFUSED },
      });
    }
  });

  it('are hidden from a colleague where they are the owner’s own', async () => {
    const own = companyTables.filter((table) => table !== 'people');
    const found = await outcomes(ours.colleague, ours);
    expect(own.map((table) => [table, (found[table] as { read: number }).read])).toEqual(
      own.map((table) => [table, 0]),
    );
  });

  it('show a manager the conversations of the company without what is for agents', async () => {
    const count = (sql: Transaction['sql'], table: string) =>
      sql`select 1 from ${sql(table)} where audience = 'agents'`;
    for (const table of ['events', 'messages']) {
      expect(await attempt(ours.manager, (sql) => sql`select 1 from ${sql(table)}`)).toBeGreaterThan(1);
      expect(await attempt(ours.manager, (sql) => count(sql, table))).toBe(0);
      expect(await attempt(SYSTEM, (sql) => count(sql, table))).toBeGreaterThan(0);
    }
  });
});
