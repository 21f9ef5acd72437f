import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, open } from 'node:fs/promises';
import type { Launcher } from './choose-launcher';
import type { ClusterPaths } from './cluster-paths';
import { programEnvironment, runProgram } from './run-program';

/** The exit code of `flock` when somebody else holds the lock. */
export const LOCK_CONFLICT = 75;

export type ClusterLock = 'flock' | 'none';

/**
 * Makes the lock file and says whether `flock` serves here. Without it (macOS, Windows) only PostgreSQL's
 * own pid file keeps two apart.
 */
export async function prepareClusterLock(paths: ClusterPaths, launcher: Launcher): Promise<ClusterLock> {
  await (await open(paths.lock, 'a', 0o600)).close();
  if (launcher.identity) await chown(paths.lock, launcher.identity.uid, launcher.identity.gid);
  const probe = await runProgram(['flock', '--no-fork', '--shared', '--nonblock', paths.dataDir, 'true']);
  return probe.code === 0 ? 'flock' : 'none';
}

/** The prefix under which a program and all its children hold the lock as long as one of them lives. */
export function lockedPrefix(lock: ClusterLock, paths: ClusterPaths): string[] {
  return lock === 'none' ? [] : ['flock', ...lockArguments(paths)];
}

/**
 * Runs `work` while nothing of the cluster is alive and nobody else prepares it. Resolves to `false`
 * without running it when the lock is taken. A killed caller frees the lock: its end closes the pipe.
 */
export async function withClusterLock(
  lock: ClusterLock,
  paths: ClusterPaths,
  work: () => Promise<void>,
): Promise<boolean> {
  if (lock === 'none') {
    await work();
    return true;
  }
  const holder = spawn('flock', [...lockArguments(paths), 'sh', '-c', 'echo held; exec cat >&2'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: programEnvironment(),
  });
  const ended = once(holder, 'exit');
  const held = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
  if (!held) return false;
  try {
    await work();
    return true;
  } finally {
    holder.stdin.end();
    await ended;
  }
}

function lockArguments(paths: ClusterPaths): string[] {
  return ['--no-fork', '--exclusive', '--nonblock', '-E', String(LOCK_CONFLICT), paths.lock];
}
