import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { ClusterContext } from './cluster-context';
import { type ClusterCredentials, type ClusterUrls, clusterUrls } from './cluster-credentials';
import type { ClusterOwner } from './cluster-owner';
import { createApplicationDatabase } from './create-application-database';
import { explainFailure, keepLogBounded } from './postgres-log';
import { moveToFreePort, prepareCluster } from './prepare-cluster';
import { startPostmaster, stopPostmaster } from './run-postmaster';
import { joinUse, openKeeper, waitForGuests } from './use-lock';

const PORT_ATTEMPTS = 5;
const RESTART_PAUSE_MS = 500;

export interface OwnedCluster {
  readonly urls: ClusterUrls;
  readonly stop: () => Promise<void>;
}

interface RunningCluster {
  readonly postmaster: ChildProcess;
  readonly keeper: Sql;
  readonly urls: ClusterUrls;
}

/**
 * Starts the cluster and looks after it until `stop`: a PostgreSQL that ends by itself is started again.
 * Resolves to null when somebody else holds the cluster lock.
 */
export async function ownCluster(context: ClusterContext, owner: ClusterOwner): Promise<OwnedCluster | null> {
  const first = await startOwned(context, owner);
  if (!first) return null;
  const state = { current: first, stopping: false, recovery: Promise.resolve() };
  const endRotation = keepLogBounded(context.paths);

  const watch = () =>
    state.current.postmaster.once('exit', () => {
      if (!state.stopping) state.recovery = recover();
    });
  const recover = async () => {
    context.report('PostgreSQL ended unexpectedly; starting it again');
    await state.current.keeper.end({ timeout: 0 });
    while (!state.stopping) {
      const next = await startOwned(context, owner).catch((error: Error) => context.report(error.message));
      if (next) {
        state.current = next;
        watch();
        return;
      }
      await delay(RESTART_PAUSE_MS);
    }
  };
  watch();

  const stop = async () => {
    if (state.stopping) return;
    state.stopping = true;
    await state.recovery;
    endRotation();
    await stopOwned(context, owner, state.current);
  };
  return { urls: first.urls, stop };
}

async function startOwned(context: ClusterContext, owner: ClusterOwner): Promise<RunningCluster | null> {
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt += 1) {
    const credentials = await prepareCluster(context);
    if (!credentials) return null;
    const result = await startPostmaster(context, owner, credentials.port);
    if (result.state === 'locked') return null;
    if (result.state === 'ready') return furnish(context, result.postmaster, credentials);
    await moveToFreePort(context);
  }
  return null;
}

async function furnish(
  context: ClusterContext,
  postmaster: ChildProcess,
  credentials: ClusterCredentials,
): Promise<RunningCluster> {
  const urls = clusterUrls(credentials);
  const keeper = openKeeper(urls.superUrl);
  try {
    await joinUse(keeper);
    await createApplicationDatabase(keeper, credentials);
    return { postmaster, keeper, urls };
  } catch (error) {
    await keeper.end({ timeout: 0 });
    await stopPostmaster(context, postmaster);
    throw await explainFailure(context.paths, 'postgres_failed', `error: ${(error as Error).message}`);
  }
}

async function stopOwned(
  context: ClusterContext,
  owner: ClusterOwner,
  running: RunningCluster,
): Promise<void> {
  // A keeper that lost its connection has no say: stopping goes on without it.
  await waitForGuests(running.keeper, owner.kind === 'server').catch(() => {});
  // The keeper last: with it goes the lock that keeps new guests out.
  await stopPostmaster(context, running.postmaster);
  await running.keeper.end({ timeout: 0 });
}
