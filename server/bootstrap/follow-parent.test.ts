import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../postgres/cluster-owner';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function runNode(script: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  started.push(child);
  return { child, lines: createInterface({ input: child.stdout }) };
}

const firstLine = async (lines: NodeJS.EventEmitter) => ((await once(lines, 'line')) as [string])[0];
const file = (name: string) => JSON.stringify(join(import.meta.dirname, name));

describe.skipIf(process.platform === 'win32')('runChild', () => {
  const script = `
    import { runChild } from ${file('run-child.mjs')};
    await runChild(['sh', '-c', 'sleep 1000 & echo $!; wait'], { stream: true });`;

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'takes a command and its children along on %s',
    async (signal) => {
      const { child, lines } = runNode(script);
      const grandchild = Number(await firstLine(lines));
      expect(isAlive(grandchild)).toBe(true);
      child.kill(signal);
      await expect.poll(() => isAlive(grandchild), { timeout: 10_000 }).toBe(false);
    },
  );
});

describe.runIf(process.platform === 'linux')('watchNpm', () => {
  it('asks the process to end when the npm above it is killed', async () => {
    const watcher = `
      import { watchNpm } from ${file('watch-npm.mjs')};
      watchNpm();
      const life = setInterval(() => {}, 1000);
      process.once('SIGTERM', () => clearInterval(life));
      console.log(process.pid);`;
    const npm = `
      import { spawn } from 'node:child_process';
      process.title = 'npm start';
      spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(watcher)}], { stdio: 'inherit' });`;
    const { child, lines } = runNode(npm, { npm_lifecycle_event: 'start' });
    const watched = Number(await firstLine(lines));
    child.kill('SIGKILL');
    await expect.poll(() => isAlive(watched), { timeout: 10_000 }).toBe(false);
  });
});
