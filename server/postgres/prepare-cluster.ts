import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lchown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from './choose-launcher';
import type { ClusterContext } from './cluster-context';
import {
  type ClusterCredentials,
  findFreePort,
  makeCredentials,
  readCredentials,
  storeCredentials,
} from './cluster-credentials';
import { withClusterLock } from './hold-cluster-lock';
import { appendLog, explainFailure } from './postgres-log';
import { programEnvironment, runProgram } from './run-program';

const INITDB_FLAGS = [
  '--username=postgres',
  '--auth=reject',
  '--no-instructions',
  '--encoding=UTF8',
  '--locale=C',
  // Without a UTF-8 ctype pg_trgm finds no letters in Cyrillic text, and says nothing.
  '--lc-ctype=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

const HOST_RULES = ['all', 'replication']
  .map((database) => `host ${database} all 127.0.0.1/32 scram-sha-256\n`)
  .join('');

/**
 * Makes the cluster where there is none, gives its files to the right user and clears what a killed
 * PostgreSQL left behind. Resolves to null when somebody else holds the cluster lock.
 */
export async function prepareCluster(context: ClusterContext): Promise<ClusterCredentials | null> {
  let credentials: ClusterCredentials | null = null;
  const held = await withClusterLock(context.lock, context.paths, async () => {
    const stored = await readCredentials(context.paths);
    credentials = stored ?? (await makeCredentials());
    if (!stored) await storeCredentials(context.paths, credentials);
    if (!existsSync(join(context.paths.cluster, 'PG_VERSION'))) {
      await createCluster(context, credentials.superPassword);
      return;
    }
    await giveFiles(context, context.paths.cluster);
    // PostgreSQL refuses a folder that others may enter, as a copy or a chmod -R makes it.
    await chmod(context.paths.cluster, 0o700);
    // The lock proves that this file, and the process number in it, is stale.
    if (context.lock !== 'none') await rm(join(context.paths.cluster, 'postmaster.pid'), { force: true });
    if (!stored) await setSuperPassword(context, context.paths.cluster, credentials.superPassword);
  });
  return held ? credentials : null;
}

/** Chooses another port, because the stored one is taken. */
export async function moveToFreePort(context: ClusterContext): Promise<void> {
  await withClusterLock(context.lock, context.paths, async () => {
    const stored = await readCredentials(context.paths);
    if (stored) await storeCredentials(context.paths, { ...stored, port: await findFreePort() });
  });
}

/** Builds the cluster beside its place and moves it there whole, so that a killed start leaves no half of one. */
async function createCluster(context: ClusterContext, superPassword: string): Promise<void> {
  const { paths, report } = context;
  report(`Creating the database in ${paths.cluster}`);
  for (const name of await readdir(paths.dataDir)) {
    if (name.startsWith('postgres.new-'))
      await rm(join(paths.dataDir, name), { recursive: true, force: true });
  }
  const draft = join(paths.dataDir, `postgres.new-${randomBytes(4).toString('hex')}`);
  try {
    await fillCluster(context, draft, superPassword);
    await rename(draft, paths.cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function fillCluster(context: ClusterContext, draft: string, superPassword: string): Promise<void> {
  await mkdir(draft, { mode: 0o700 });
  await giveFiles(context, draft);
  const flags = context.durable ? INITDB_FLAGS : [...INITDB_FLAGS, '--no-sync'];
  const initdb = [context.binaries.initdb, `--pgdata=${draft}`, ...flags];
  await runLogged(context, launch(context.launcher, initdb, 'SIGKILL'));
  await writeFile(join(draft, 'pg_hba.conf'), HOST_RULES);
  await setSuperPassword(context, draft, superPassword);
}

async function setSuperPassword(context: ClusterContext, cluster: string, password: string): Promise<void> {
  const single = [
    context.binaries.postgres,
    '--single',
    '-D',
    cluster,
    '-c',
    'log_checkpoints=off',
    'postgres',
  ];
  await runLogged(
    context,
    launch(context.launcher, single, 'SIGKILL'),
    `alter role postgres password '${password}'\n`,
  );
}

async function runLogged(context: ClusterContext, command: string[], input = ''): Promise<void> {
  const result = await runProgram(command, {
    ...context.launcher.identity,
    cwd: context.paths.dataDir,
    env: programEnvironment(context.binaries.libraries),
    input,
  });
  await appendLog(context.paths, result.output);
  if (result.code !== 0) throw await explainFailure(context.paths, 'initdb_failed', result.output);
}

/** A cluster that was made through another launcher belongs to another user; PostgreSQL insists on its own. */
async function giveFiles(context: ClusterContext, folder: string): Promise<void> {
  const { files } = context.launcher;
  if (!files) return;
  const { uid, gid } = await stat(folder);
  if (uid === files.uid && gid === files.gid) return;
  const entries = await readdir(folder, { recursive: true });
  for (const entry of entries) await lchown(join(folder, entry), files.uid, files.gid);
  // Last, because it is what says that all of them are done.
  await lchown(folder, files.uid, files.gid);
}
