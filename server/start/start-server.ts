import { createAppDirectory } from '../apps/find-app';
import type { Environment } from '../config/read-environment';
import type { Services } from '../context/context';
import { createServices } from '../context/create-services';
import { connectDatabase } from '../db/connect';
import type { DemoApp } from '../demo/prepare-demo';
import { createApp } from '../http/create-app';
import { createMetrics } from '../http/create-metrics';
import { openReceiver } from '../inbound/smtp/open-receiver';
import { startJobs } from '../jobs/start-jobs';
import { createSockets, type Sockets } from '../sockets/create-sockets';
import { checkScanner } from './check-scanner';
import { claimInstall } from './claim-install';
import { connectNodes } from './connect-nodes';
import { createLogger } from './create-logger';
import { cutConnections } from './cut-connections';
import { listen } from './listen';
import { loadRenderer } from './load-renderer';
import { openDatabase } from './open-database';

/** What a request under way gets when the server closes. */
const REQUEST_GRACE_MS = 5_000;

export interface RunningServer {
  services: Services;
  /** Where it listens. */
  url: string;
  /** Where mail is taken by SMTP; null: nowhere. */
  mailPort: number | null;
  close(): Promise<void>;
}

/**
 * Starts everything in order and gives a handle that stops it in the reverse one. `prepare` runs on the services before
 * anybody can connect. Throws EnvironmentError, DatabaseError, InstallInUse: their message is the line to show.
 */
export async function startServer(
  environment: Environment,
  report: (line: string) => void,
  prepare: (services: Services) => Promise<DemoApp | null>,
): Promise<RunningServer> {
  const stops: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    return await startParts(environment, report, prepare, stops, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(
  environment: Environment,
  report: (line: string) => void,
  prepare: (services: Services) => Promise<DemoApp | null>,
  stops: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const log = createLogger(environment.logLevel);
  const opened = await openDatabase(environment, report);
  stops.push(opened.stop);
  stops.push(await claimInstall(opened.ownerUrl, environment.redisUrl !== null));
  const database = connectDatabase(opened.appUrl);
  stops.push(() => database.close());
  const services = await createServices(environment, database, log);
  await services.files.check();
  await checkScanner(environment);
  const demo = await prepare(services);
  await services.articles.start();
  stops.push(async () => services.articles.stop());

  const nodes = environment.redisUrl ? await connectNodes(environment.redisUrl, log) : null;
  if (nodes) stops.push(nodes.close);
  const metrics = createMetrics();
  const late: { sockets?: Sockets; closing: boolean } = { closing: false };
  const app = await createApp(services, log, {
    directory: createAppDirectory(database, services.now),
    metrics,
    render: await loadRenderer(),
    onlineAgents: async () => late.sockets?.onlineAgents() ?? new Set<string>(),
    isClosing: () => late.closing,
    demo,
  });
  late.sockets = createSockets(services, app.server, metrics, nodes?.adapter);
  stops.push(() => app.close());
  stops.push(() => late.sockets?.close() ?? Promise.resolve());
  stops.push(startJobs(services, metrics, async () => late.sockets?.onlineAgents() ?? new Set<string>()));
  stops.push(async () => cutConnections(app.server, REQUEST_GRACE_MS));
  await listen(app, environment);
  const receiver = environment.inboundSmtp && (await openReceiver(services, environment.inboundSmtp));
  if (receiver) stops.push(() => receiver.close());
  return {
    services,
    url: environment.publicUrl,
    mailPort: receiver?.port ?? null,
    close: () => {
      late.closing = true;
      return close();
    },
  };
}
