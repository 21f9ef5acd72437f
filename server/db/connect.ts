import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Actor, isRequester } from './actor';
import * as schema from './schema/index';

export type Orm = PostgresJsDatabase<typeof schema>;

/**
 * One transaction of one actor. `orm` for everything; `sql` (server-prepared, pipelined) for the few statements that
 * run per message. Both are the same transaction.
 */
export interface Transaction {
  readonly sql: postgres.TransactionSql;
  readonly orm: Orm;
}

export interface Database {
  /** The only way to rows: what the actor may see is set for this transaction alone, so a pooling proxy is no danger. */
  inTransaction<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For health checks and shut-down; sees no company's rows. */
  readonly client: postgres.Sql;
  close(): Promise<void>;
}

/** `url` of the application's role. */
export function connectDatabase(url: string, options: { max?: number } = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 16,
    onnotice: () => {},
    connection: { application_name: 'beseda' },
  });
  drizzle(client); // sets the client's date parsers once: instants are strings everywhere
  return {
    client,
    inTransaction: (actor, work) => client.begin((sql) => runAs(actor, sql, work)) as Promise<never>,
    close: () => client.end({ timeout: 5 }),
  };
}

async function runAs<T>(
  actor: Actor,
  sql: postgres.TransactionSql,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const person = isRequester(actor) ? actor.personId : '';
  const company = isRequester(actor) ? actor.companyId : '';
  const entered = sql`select set_config('beseda.actor', ${actor.kind}, true),
    set_config('beseda.company', ${company}, true), set_config('beseda.person', ${person}, true)`.execute();
  let orm: Orm | undefined;
  const worked = work({
    sql,
    get orm() {
      orm ??= drizzle(sql as unknown as postgres.Sql, { schema, casing: 'snake_case' });
      return orm;
    },
  });
  const [, result] = await Promise.all([entered, worked]);
  return result;
}
