import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launch } from './choose-launcher';
import type { ClusterContext } from './cluster-context';
import type { ClusterOwner } from './cluster-owner';
import { nameCluster } from './cluster-owner';
import type { ClusterPaths } from './cluster-paths';
import { clusterSettings } from './cluster-settings';
import { followOwner } from './follow-owner';
import { LOCK_CONFLICT, lockedPrefix } from './hold-cluster-lock';
import { explainFailure, logSize, readLogFrom, rotateLog } from './postgres-log';
import { programEnvironment, runProgram } from './run-program';

const POLL_MS = 20;
const SLOW_START_MS = 5_000;
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 10_000;

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export type StartResult =
  | { readonly state: 'ready'; readonly postmaster: ChildProcess }
  | { readonly state: 'locked' }
  | { readonly state: 'port_taken' };

/** What a running or killed PostgreSQL wrote into its pid file, or null. */
export async function readPostmasterFile(paths: ClusterPaths): Promise<PostmasterFile | null> {
  try {
    const lines = (await readFile(join(paths.cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Starts PostgreSQL and waits until it takes connections. Throws a `DatabaseError` when it ends instead. */
export async function startPostmaster(
  context: ClusterContext,
  owner: ClusterOwner,
  port: number,
): Promise<StartResult> {
  await rotateLog(context.paths);
  const logStart = await logSize(context.paths);
  const { postmaster, ended } = await spawnPostmaster(context, owner, port);
  const started = await Promise.race([untilReady(context, postmaster), ended.then((code) => ({ code }))]);
  if (started === 'ready') return { state: 'ready', postmaster };
  if (started.code === LOCK_CONFLICT) return { state: 'locked' };
  const log = await readLogFrom(context.paths, logStart);
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(log)) {
    return { state: 'locked' };
  }
  if (/could not (bind|create any TCP)/i.test(log)) return { state: 'port_taken' };
  throw await explainFailure(context.paths, 'postgres_failed', log);
}

/** Ends PostgreSQL: running transactions are rolled back, everything is written out. */
export async function stopPostmaster(context: ClusterContext, postmaster: ChildProcess): Promise<void> {
  if (hasEnded(postmaster)) return;
  const ended = new Promise<void>((resolve) => postmaster.once('exit', () => resolve()));
  if (process.platform === 'win32') {
    await runProgram([context.binaries.pgCtl, 'stop', '-D', context.paths.cluster, '-m', 'fast', '-w']);
    await ended;
    return;
  }
  const steps = [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ] as const;
  for (const [signal, patience] of steps) {
    postmaster.kill(signal);
    const timer = new AbortController();
    await Promise.race([ended, delay(patience, undefined, { signal: timer.signal }).catch(() => {})]);
    timer.abort();
    if (hasEnded(postmaster)) return;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function spawnPostmaster(
  context: ClusterContext,
  owner: ClusterOwner,
  port: number,
): Promise<{ postmaster: ChildProcess; ended: Promise<number | null> }> {
  const { paths, binaries, launcher, lock, durable } = context;
  const settings = clusterSettings({
    clusterName: nameCluster(owner),
    port,
    durable,
    sharedMemory: hasSharedMemory(),
  });
  const command = [binaries.postgres, '-D', paths.cluster, ...settings];
  const [program = '', ...args] = [...lockedPrefix(lock, paths), ...launch(launcher, command, 'SIGINT')];
  const log = await open(paths.log, 'a', 0o600);
  try {
    const postmaster = spawn(program, args, {
      // Its own session: a Ctrl-C at the terminal is for this process, which stops PostgreSQL last.
      detached: true,
      cwd: paths.cluster,
      env: programEnvironment(binaries.libraries),
      stdio: ['ignore', log.fd, log.fd],
      ...launcher.identity,
    });
    // At once: where somebody else holds the lock it ends within the moment that closing the log takes.
    const ended = new Promise<number | null>((resolve, reject) => {
      postmaster.once('error', reject);
      postmaster.once('exit', resolve);
    });
    ended.catch(() => {});
    if (!launcher.followsParent) followOwner(postmaster);
    return { postmaster, ended };
  } finally {
    await log.close();
  }
}

async function untilReady(context: ClusterContext, postmaster: ChildProcess): Promise<'ready'> {
  let told = false;
  const begin = performance.now();
  while (!hasEnded(postmaster)) {
    const file = await readPostmasterFile(context.paths);
    if (file?.ready && (file.pid === postmaster.pid || process.platform === 'win32')) return 'ready';
    if (!told && performance.now() - begin > SLOW_START_MS) {
      told = true;
      context.report('PostgreSQL is still starting; after a crash it repairs its files first');
    }
    await delay(POLL_MS);
  }
  return new Promise(() => {});
}

function hasSharedMemory(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    accessSync('/dev/shm', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
