import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '../db/migrate';
import { APP_ROLE, OWNER_ROLE } from '../postgres/cluster-credentials';
import { createRoles } from '../postgres/create-application-database';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';

/** A PostgreSQL for tests with a migrated template; plain data, so that it can be handed to other processes. */
export interface TestServer {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
}

interface OpenServer {
  readonly urls: Omit<TestServer, 'template'>;
  readonly close: () => Promise<void>;
}

/**
 * Starts an embedded PostgreSQL in a temporary folder (or takes the superuser's URL in
 * BESEDA_TEST_DATABASE_URL) and migrates a template database there. `close` leaves nothing behind.
 */
export async function openTestServer(): Promise<{ server: TestServer; close: () => Promise<void> }> {
  const given = process.env['BESEDA_TEST_DATABASE_URL'];
  const { urls, close } = given ? await useGivenServer(given) : await startTemporaryServer();
  const template = `beseda_template_${randomBytes(4).toString('hex')}`;
  const sql = postgres(urls.superUrl, { max: 1, onnotice: () => {} });
  const dropAndClose = async () => {
    await sql.unsafe(`drop database if exists ${template} with (force)`);
    await sql.end();
    await close();
  };
  try {
    await sql.unsafe(`create database ${template} template template0 owner ${OWNER_ROLE}`);
    await migrate(inDatabase(urls.ownerUrl, template));
    return { server: { ...urls, template }, close: dropAndClose };
  } catch (error) {
    await dropAndClose();
    throw error;
  }
}

/** The same role and server, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function startTemporaryServer(): Promise<OpenServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-test-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const { superUrl, ownerUrl, appUrl, stop } = await startEmbeddedPostgres({ dataDir, durable: false });
    const close = async () => {
      await stop();
      await remove();
    };
    return { urls: { superUrl, ownerUrl, appUrl }, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Passwords follow from the URL, so that runs side by side on one server agree on them. */
async function useGivenServer(superUrl: string): Promise<OpenServer> {
  const derive = (role: string) => createHash('sha256').update(`${superUrl} ${role}`).digest('hex');
  const urlAs = (role: string) => {
    const url = new URL(superUrl);
    url.username = role;
    url.password = derive(role);
    return url.href;
  };
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await createRoles(sql, { ownerPassword: derive(OWNER_ROLE), appPassword: derive(APP_ROLE) });
  } finally {
    await sql.end();
  }
  return { urls: { superUrl, ownerUrl: urlAs(OWNER_ROLE), appUrl: urlAs(APP_ROLE) }, close: async () => {} };
}
