import postgres from 'postgres';
import { type Actor, isRequester } from './actor';
import { isDatabaseAway } from './database-away';

/** One transaction of one actor. Statements are server-prepared and pipelined; instants are strings, see decision 003. */
export interface Transaction {
  readonly sql: postgres.TransactionSql;
}

export interface Database {
  /** The only way to rows: what the actor may see is set for this transaction alone, so a pooling proxy is no danger. */
  inTransaction<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For health checks and shut-down; sees no company's rows. */
  readonly client: postgres.Sql;
  close(): Promise<void>;
}

/** A database that is back is used again within a second; the client's own pauses grow to 20 s. */
const LONGEST_RETRY_SECONDS = 1;

const asGiven = (value: unknown) => value;
/** Instants and dates stay strings; what is given for a json column is JSON already (`toJson`). */
const TYPES = {
  instant: { to: 1184, from: [1082, 1114, 1184], serialize: asGiven, parse: asGiven },
  json: {
    to: 114,
    from: [114, 3802],
    serialize: asGiven,
    parse: (text: string) => JSON.parse(text) as unknown,
  },
};

/** `url` of the application's role. `debug` hears every statement (for measuring). */
export function connectDatabase(
  url: string,
  options: Pick<postgres.Options<Record<string, never>>, 'max' | 'debug'> = {},
): Database {
  const client = postgres(url, {
    max: options.max ?? 16,
    onnotice: () => {},
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, LONGEST_RETRY_SECONDS),
    types: TYPES,
    ...(options.debug === undefined ? {} : { debug: options.debug }),
    connection: { application_name: 'beseda' },
  }) as unknown as postgres.Sql;
  return {
    client,
    inTransaction: (actor, work) => transact(client, (sql) => runAs(actor, sql, work)),
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * A transaction that survives the loss of its connection. postgres.js ends the process when it writes to a connection
 * that has closed, be it only its own rollback: so nothing more is written, and `begin` ends by the closing itself.
 */
async function transact<T>(
  client: postgres.Sql,
  work: (sql: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  let lost: unknown;
  const refuse = () => {
    throw lost;
  };
  try {
    return (await client.begin(async (sql) => {
      const guarded = new Proxy(sql, {
        apply: (target, self, given) => (lost ? refuse() : Reflect.apply(target, self, given)),
      });
      try {
        const result = await work(guarded);
        return lost ? await forever() : result;
      } catch (error) {
        if (lost || isDatabaseAway(error)) return forever();
        throw error;
      }
    })) as T;
  } catch (error) {
    lost = error;
    throw error;
  }
}

function forever(): Promise<never> {
  return new Promise(() => {});
}

/** Who acts is set in the round trip of the first statement: both are sent before either is answered. */
async function runAs<T>(
  actor: Actor,
  sql: postgres.TransactionSql,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const person = isRequester(actor) ? actor.personId : '';
  const company = isRequester(actor) ? actor.companyId : '';
  const entered = sql`select set_config('beseda.actor', ${actor.kind}, true),
    set_config('beseda.company', ${company}, true), set_config('beseda.person', ${person}, true)`.execute();
  const [, result] = await Promise.all([entered, work({ sql })]);
  return result;
}
