import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { programEnvironment } from './run-program';

const WATCH = 'cat >/dev/null; kill -INT "$1"';

/**
 * Takes PostgreSQL down with this process where `setpriv` cannot: a tiny process of its own reads a pipe from
 * here, which ends however this process does. It goes first when PostgreSQL ends: the number may be given away.
 */
export function followOwner(postmaster: ChildProcess): void {
  if (postmaster.pid === undefined || process.platform === 'win32') return;
  const watcher = spawn('sh', ['-c', WATCH, 'sh', String(postmaster.pid)], {
    detached: true,
    cwd: '/',
    env: programEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell PostgreSQL stays until the next start, which takes it down.
  watcher.on('error', () => {});
  watcher.unref();
  (watcher.stdin as Socket).unref();
  watcher.stdin.on('error', () => {});
  postmaster.once('exit', () => endGroup(watcher));
}

/** The shell and its `cat`. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
