import { createSignInLink } from './agents/create-sign-in-link';
import { EnvironmentError } from './config/environment-error';
import { type Environment, readEnvironment } from './config/read-environment';
import { describeError } from './context/logger';
import { DEMO_AGENT_EMAIL, prepareDemo } from './demo/prepare-demo';
import { DatabaseError } from './postgres/database-error';
import { InstallInUse } from './start/claim-install';
import { type RunningServer, startServer } from './start/start-server';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Starts the server of this process and prints where things are. Ends the process with code 1 and one line when it cannot. */
export async function main(): Promise<void> {
  // Nobody may read any more what it says, as behind a pager that was closed: it goes on, and closes in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const environment = readEnvironment(process.env, process.env.INIT_CWD ?? process.cwd());
    const started = Date.now();
    const server = await startServer(environment, say, (services) =>
      environment.demo ? prepareDemo(services, say) : Promise.resolve(null),
    );
    closeOnSignals(server);
    await announce(environment, server, Date.now() - started);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

async function announce(environment: Environment, server: RunningServer, took: number): Promise<void> {
  say(`Ready in ${(took / 1000).toFixed(1)} s. Stop with Ctrl-C.`);
  if (environment.demo) say(`Demo: ${server.url}/demo`);
  say(`Help: ${server.url}/help`);
  if (server.mailPort !== null) say(`Mail: smtp://${environment.inboundSmtp?.host}:${server.mailPort}`);
  const desk = environment.demo
    ? await createSignInLink(server.services, DEMO_AGENT_EMAIL)
    : `${server.url}/desk`;
  say(`Desk: ${desk}`);
}

function closeOnSignals(server: RunningServer): void {
  let closing = false;
  const close = (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    if (signal === 'SIGINT') say('Closing…');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${explain(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
}

function explain(error: unknown): string {
  const known = [EnvironmentError, DatabaseError, InstallInUse].some((kind) => error instanceof kind);
  if (known) return (error as Error).message;
  return `The server could not start: ${JSON.stringify(describeError(error))}`;
}
