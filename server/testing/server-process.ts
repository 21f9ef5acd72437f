import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** A server in a process of its own, as `npm start` runs it, that can be killed and started again. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Resolves when it is ready; rejects with what it said when it could not start. */
  start(): Promise<void>;
  /** SIGKILL: no time for last words. */
  kill(): Promise<void>;
  /** SIGTERM, and what it needs to close. */
  stop(): Promise<void>;
}

/** `entry`: the built `main.js`. `env` goes on top of a quiet one of its own: loopback, a given port and DATA_DIR. */
export function createServerProcess(
  entry: string,
  env: { PORT: string; DATA_DIR: string } & Record<string, string>,
): ServerProcess {
  const program = `import(${JSON.stringify(pathToFileURL(entry).href)}).then(({ main }) => main())`;
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    get pid() {
      return child?.pid ?? 0;
    },
    start: async () => {
      const { DATABASE_URL: _, DATABASE_OWNER_URL: __, REDIS_URL: ___, ...outer } = process.env;
      const started = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...outer, HOST: '127.0.0.1', RATE_LIMITS: 'off', LOG_LEVEL: 'error', ...env },
      });
      child = started;
      await waitUntilReady(started);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** The last line of a start is the desk's. */
async function waitUntilReady(child: ChildProcess): Promise<void> {
  if (!child.stdout || !child.stderr) throw new Error('The server has no output.');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('Desk: ')) continue;
    child.stdout.resume();
    return;
  }
  throw new Error(said.trim() || 'The server ended without a word.');
}

/** A port of this machine that nobody listens on. */
export async function findFreePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return String(address.port);
}
