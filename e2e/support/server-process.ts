import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface App {
  key: string;
  secret: string;
  kid: string;
}

/** A built server in a process and a data folder of its own, as an operator runs it. */
export interface Server {
  readonly url: string;
  readonly dataDir: string;
  /** Where it takes mail by SMTP. */
  readonly mailPort: number;
  /** The one-time sign-in link of the demo's agent, printed by the last start. */
  readonly deskLink: string;
  /** Starts it again, on the same port and data. */
  start(): Promise<void>;
  /** SIGKILL: no time for last words. */
  kill9(): Promise<void>;
  /** `npm run beseda -- …` beside the running server; what it printed. */
  beseda(...args: string[]): Promise<string>;
  addApp(name: string, ...origins: string[]): Promise<App>;
  close(): Promise<void>;
}

/** Demo data and loopback; `env` goes on top. */
export async function startServer(env: Record<string, string> = {}): Promise<Server> {
  const port = await findFreePort();
  const mailPort = await findFreePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: port, HOST: '127.0.0.1', DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'error' };
  const mail = { INBOUND_SMTP_PORT: mailPort, MAIL_DOMAIN: 'desk.example' };
  const childEnv = { ...withoutDatabase(process.env), ...own, ...mail, DEMO: '1', ...env };
  let child: ChildProcess | null = null;
  let deskLink = '';

  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const killAtExit = () => child?.kill('SIGKILL');
  process.once('exit', killAtExit);

  const beseda = async (...args: string[]) => {
    const program = runs('cli.js', `main(${JSON.stringify(args)})`);
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: ROOT, env: childEnv });
    return stdout.trim();
  };
  const server: Server = {
    url,
    mailPort: Number(mailPort),
    dataDir,
    get deskLink() {
      return deskLink;
    },
    async start() {
      child = spawn(process.execPath, runs('main.js', 'main()'), {
        cwd: ROOT,
        env: childEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      deskLink = await readDeskLink(child);
    },
    kill9: () => end('SIGKILL'),
    beseda,
    addApp: async (name, ...origins) =>
      JSON.parse(
        await beseda('app', 'add', '--name', name, ...origins.flatMap((origin) => ['--origin', origin])),
      ) as App,
    async close() {
      await end('SIGTERM');
      process.off('exit', killAtExit);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function runs(bundle: string, call: string): string[] {
  const file = new URL(`../../server/dist/${bundle}`, import.meta.url).href;
  return ['--input-type=module', '-e', `const { main } = await import('${file}'); await ${call};`];
}

/** `Desk: …` is the last line of a start; until then what is said on stderr explains a failure. */
async function readDeskLink(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error('The server has no output.');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /^Desk: (.*)$/.exec(line)?.[1];
    if (link === undefined) continue;
    child.stdout.resume();
    return link;
  }
  throw new Error(said.trim() || 'The server ended without a word.');
}

function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _url,
    DATABASE_OWNER_URL: _owner,
    REDIS_URL: _redis,
    PUBLIC_URL: _public,
    ...rest
  } = env;
  return rest;
}

export async function findFreePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port was found.');
  return String(address.port);
}
