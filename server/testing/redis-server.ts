import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from './server-process';

/** Whether this machine has a Redis that tests can start. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of one's own that keeps nothing. */
export async function startRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await findFreePort();
  const flags = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ];
  const child = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  await waitForLine(child, /Ready to accept connections/);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function waitForLine(child: ChildProcess, line: RegExp): Promise<void> {
  let said = '';
  for await (const text of child.stdout ?? []) {
    said += String(text);
    if (line.test(said)) break;
  }
  if (!line.test(said)) throw new Error(`Redis did not start: ${said}`);
}
