import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterContext, type ClusterOptions, openClusterContext } from './cluster-context';
import type { ClusterUrls } from './cluster-credentials';
import { isAlive, type OwnerKind } from './cluster-owner';
import { type ClusterPaths, clusterPaths } from './cluster-paths';
import { DatabaseError, namingDataDir } from './database-error';
import { findRunningCluster, type Sighting } from './find-running-cluster';
import { ownCluster } from './own-cluster';
import { countUsers, joinUse } from './use-lock';

const RETRY_MS = 100;
const REPORT_WAIT_AFTER_MS = 2_000;
const GIVE_UP_AFTER_MS = 120_000;

export interface EmbeddedPostgres extends ClusterUrls {
  /** True when this process owns PostgreSQL, false when it is the guest of another. */
  readonly startedByUs: boolean;
  /** Takes PostgreSQL down when it is ours, after its guests have left; leaves it when it is not. */
  readonly stop: () => Promise<void>;
}

type Running = Extract<Sighting, { state: 'running' }>;

/**
 * For the server. Starts PostgreSQL on `DATA_DIR/postgres`, waiting for a command that holds it.
 * Throws `DatabaseError`: `data_dir_in_use` when another server has it, `data_dir_denied`,
 * `data_dir_full`, `no_embedded_postgres`, …
 */
export function startEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  return claimCluster(options, 'server');
}

/** For commands. Joins the PostgreSQL that runs on `dataDir`, else starts it until `stop`. */
export async function useEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  return (await connectToEmbeddedPostgres(options.dataDir)) ?? claimCluster(options, 'command');
}

/** Joins the PostgreSQL that runs on `dataDir`; null when none does. */
export function connectToEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres | null> {
  const paths = clusterPaths(dataDir);
  return namingDataDir(paths.dataDir, async () => {
    const sighting = await findRunningCluster(paths);
    return sighting.state === 'running' ? unlessGone(sighting, join(sighting)) : null;
  });
}

async function claimCluster(options: ClusterOptions, kind: OwnerKind): Promise<EmbeddedPostgres> {
  const context = await openClusterContext(options);
  return namingDataDir(context.paths.dataDir, async () => {
    const waiting = tellWaiting(context);
    for (;;) {
      const sighting = await findRunningCluster(context.paths);
      if (sighting.state === 'running') {
        const joined = await unlessGone(sighting, meetOwner(context, sighting, kind));
        if (joined) return joined;
      } else {
        // Also when a pid file is not ready: starting settles, under the cluster lock, whether it is stale.
        const owned = await ownCluster(context, { kind, pid: process.pid });
        if (owned) return { ...owned.urls, startedByUs: true, stop: owned.stop };
      }
      waiting(sighting.state === 'running');
      await delay(RETRY_MS);
    }
  });
}

/** Joins the owner's cluster, refuses, or returns null: look again in a moment. */
async function meetOwner(
  context: ClusterContext,
  running: Running,
  kind: OwnerKind,
): Promise<EmbeddedPostgres | null> {
  const { owner, keeper, postmasterPid } = running;
  if (kind === 'command' && (!owner || isAlive(owner.pid))) return join(running);
  const orphaned = owner !== null && !isAlive(owner.pid) && (await countUsers(keeper)) === 0;
  await keeper.end({ timeout: 0 });
  if (orphaned) {
    if (isPostmaster(postmasterPid)) process.kill(postmasterPid, 'SIGINT');
    return null;
  }
  if (owner?.kind === 'command') return null;
  throw inUse(context.paths);
}

async function join(running: Running): Promise<EmbeddedPostgres | null> {
  const { keeper, urls } = running;
  if (await joinUse(keeper)) {
    return { ...urls, startedByUs: false, stop: () => keeper.end({ timeout: 0 }) };
  }
  await keeper.end({ timeout: 0 });
  return null;
}

/** Null where the owner has stopped PostgreSQL since it was seen. */
async function unlessGone<T>({ keeper }: Running, work: Promise<T | null>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    await keeper.end({ timeout: 0 });
    if (!/^(CONNECTION_|ECONN|57P0)/.test((error as { code?: string }).code ?? '')) throw error;
    return null;
  }
}

/** Says once that it waits; gives up only when nobody answers for what holds the lock. */
function tellWaiting(context: ClusterContext): (forCommand: boolean) => void {
  const begin = performance.now();
  let told = false;
  return (forCommand) => {
    const waited = performance.now() - begin;
    if (!forCommand && waited > GIVE_UP_AFTER_MS) throw inUse(context.paths);
    if (told || waited < REPORT_WAIT_AFTER_MS) return;
    told = true;
    const whom = forCommand ? 'a command that uses it' : 'another process that uses it';
    context.report(`Waiting for the database in ${context.paths.dataDir}: ${whom} has not ended yet`);
  };
}

function inUse(paths: ClusterPaths): DatabaseError {
  return new DatabaseError('data_dir_in_use', `DATA_DIR ${paths.dataDir} is in use by another server`);
}

/** Never signal a stranger that got the number of a PostgreSQL that is gone. */
function isPostmaster(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}
