import postgres from 'postgres';
import { EnvironmentError } from '../config/environment-error';
import type { Environment } from '../config/read-environment';
import { isDatabaseAway } from '../db/database-away';
import { migrate } from '../db/migrate';
import { assertDatabaseFitness } from '../postgres/assert-database-fitness';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';

export interface OpenedDatabase {
  appUrl: string;
  ownerUrl: string;
  stop(): Promise<void>;
}

/** A database that is up, migrated and fit: the given one, or the embedded one of DATA_DIR. */
export async function openDatabase(
  environment: Environment,
  report: (line: string) => void,
): Promise<OpenedDatabase> {
  const opened = environment.databaseUrl
    ? await openGiven(environment.databaseUrl, environment.databaseOwnerUrl ?? environment.databaseUrl)
    : await startEmbeddedPostgres({ dataDir: environment.dataDir, report });
  try {
    const migrated = migrate(opened.ownerUrl, roleOf(opened.appUrl));
    await (environment.databaseUrl ? naming('DATABASE_OWNER_URL', migrated) : migrated);
    await checkFitness(opened.appUrl);
  } catch (error) {
    await opened.stop();
    throw error;
  }
  return opened;
}

async function openGiven(appUrl: string, ownerUrl: string): Promise<OpenedDatabase> {
  await naming('DATABASE_URL', refuseMightyRole(appUrl));
  return { appUrl, ownerUrl, stop: async () => {} };
}

/** A failure to get in, in one line that names the variable; the reason never shows the URL, which holds a password. */
async function naming<T>(variable: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as { code?: string };
    const reason =
      code === undefined
        ? undefined
        : (REASONS[code] ?? (isDatabaseAway(error) ? 'nothing answers there' : null));
    if (!reason) throw error;
    throw new EnvironmentError(
      variable,
      `the URL of a database that lets this server in: ${reason} (${code})`,
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'this role may not sign in',
  '3D000': 'there is no such database',
  '42501': 'this role may not change the schema',
  ENOTFOUND: 'there is no such host',
};

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function checkFitness(appUrl: string): Promise<void> {
  const client = postgres(appUrl, { max: 1, onnotice: () => {} });
  try {
    await assertDatabaseFitness(client);
  } finally {
    await client.end({ timeout: 2 });
  }
}

/** Row-level security does not bind a superuser, BYPASSRLS or the owner of the tables. */
async function refuseMightyRole(appUrl: string): Promise<void> {
  const client = postgres(appUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [role] = await client<{ mighty: boolean }[]>`
      select (r.rolsuper or r.rolbypassrls or exists (
        select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid)) as mighty
      from pg_roles r where r.rolname = current_user`;
    if (role?.mighty !== false) {
      throw new EnvironmentError(
        'DATABASE_URL',
        'a role that is neither superuser, BYPASSRLS nor owner of the tables',
      );
    }
  } finally {
    await client.end({ timeout: 2 });
  }
}
