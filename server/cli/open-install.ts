import { readEnvironment } from '../config/read-environment';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import { connectDatabase } from '../db/connect';
import { migrate } from '../db/migrate';
import { createFileStore } from '../files/create-file-store';
import { useEmbeddedPostgres } from '../postgres/start-embedded-postgres';
import { createSettingsReader } from '../settings/read-settings';
import { type OpenedDatabase, openDatabase } from '../start/open-database';
import type { Shell } from './command';

/** What verbs get when no server is around them. */
export type Install = Pick<Context, 'environment' | 'database' | 'settings' | 'files' | 'now' | 'actor'>;

/**
 * Runs `work` on the migrated database of the environment, which may be in use by a running server. The embedded one is
 * started for as long when none runs.
 */
export async function withInstall<T>(shell: Shell, work: (install: Install) => Promise<T>): Promise<T> {
  const environment = readEnvironment(shell.env, shell.cwd);
  const report = (line: string) => shell.err(line);
  const opened = environment.databaseUrl
    ? await openDatabase(environment, report)
    : await openEmbedded(environment.dataDir, report);
  try {
    const database = connectDatabase(opened.appUrl, { max: 2 });
    try {
      const settings = createSettingsReader(database, Date.now);
      const files = createFileStore(environment);
      return await work({ environment, database, settings, files, now: Date.now, actor: SYSTEM });
    } finally {
      await database.close();
    }
  } finally {
    await opened.stop();
  }
}

async function openEmbedded(dataDir: string, report: (line: string) => void): Promise<OpenedDatabase> {
  const opened = await useEmbeddedPostgres({ dataDir, report });
  try {
    await migrate(opened.ownerUrl);
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}
