import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { EnvironmentError } from '../../config/environment-error';
import { type InboundSmtp, loadTls } from '../../config/read-inbound-smtp';
import type { Services } from '../../context/context';
import { describeError } from '../../context/logger';
import { runEvery } from '../../jobs/run-every';
import { mostMailBytes } from '../store-inbound';
import { ClientLimits } from './client-limits';
import { handlersOf } from './handle-session';
import { makeCertificate } from './make-certificate';

export interface MailReceiver {
  port: number;
  /** No further mail is begun; what is under way gets some seconds. */
  close(): Promise<void>;
}

const GRACE_MS = 5_000;
const RELOAD_MS = 60_000;
const SILENCE_MS = 120_000;
const MOST_CLIENTS = 500;

/** Takes mail by SMTP. Throws EnvironmentError when it cannot listen where it is told to. */
export async function openReceiver(services: Services, listen: InboundSmtp): Promise<MailReceiver> {
  const { mailDomain, rateLimits } = services.environment;
  const limits = new ClientLimits(rateLimits, services.now);
  const certificate = () => (listen.tls ? loadTls(listen.tls) : makeCertificate(mailDomain, services.now()));
  const options = async (): Promise<SMTPServerOptions> => ({
    ...certificate(),
    ...handlersOf(services, limits),
    name: mailDomain,
    size: await mostMailBytes(services),
    rejectOversized: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL'],
    hideENHANCEDSTATUSCODES: false,
    disableReverseLookup: true,
    minVersion: 'TLSv1.2',
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE_MS,
    closeTimeout: GRACE_MS,
    logger: false,
  });
  const servers: SMTPServer[] = [];
  let { port } = listen;
  for (const address of await addressesOf(listen.host)) {
    const server = new SMTPServer(await options());
    server.on('error', (error) => services.log.warn(describeError(error), 'mail connection failed'));
    const isListening = await start(server, { ...listen, port }, address, servers.length > 0);
    if (!isListening) continue;
    ({ port } = server.server.address() as AddressInfo);
    servers.push(server);
  }
  services.mailWays.smtpPort = port;
  const stop = keepCurrent(services, listen, servers);
  return {
    port,
    close: async () => {
      services.mailWays.smtpPort = null;
      await stop();
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(resolve))));
    },
  };
}

/** `localhost` is two addresses, and clients try either. */
async function addressesOf(host: string): Promise<string[]> {
  try {
    const found = await lookup(host, { all: true });
    return [...new Set(found.map(({ address }) => address))];
  } catch {
    throw new EnvironmentError('INBOUND_SMTP_HOST', `an address of this machine; ${host} is not`);
  }
}

/** False: the further address of a name is not there. */
async function start(
  server: SMTPServer,
  { port }: InboundSmtp,
  address: string,
  isFurther: boolean,
): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, address, () => {
        server.server.off('error', reject);
        resolve();
      });
    });
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (isFurther && code !== 'EACCES') return false;
    if (code === 'EADDRINUSE')
      throw new EnvironmentError('INBOUND_SMTP_PORT', `a free port; ${port} is taken`);
    if (code === 'EACCES')
      throw new EnvironmentError('INBOUND_SMTP_PORT', `a port that this user may open; ${port} is not`);
    if (code === 'EADDRNOTAVAIL')
      throw new EnvironmentError('INBOUND_SMTP_HOST', `an address of this machine; ${address} is not`);
    throw error;
  }
}

/** A renewed certificate and a changed size are taken over while it runs. */
function keepCurrent(services: Services, { tls }: InboundSmtp, servers: readonly SMTPServer[]) {
  let last = tls && loadTls(tls).cert;
  return runEvery(RELOAD_MS, 'reload-certificate', services.log, async () => {
    const size = await mostMailBytes(services);
    for (const server of servers) server.options.size = size;
    if (!tls) return;
    const fresh = loadTls(tls);
    if (fresh.cert === last) return;
    last = fresh.cert;
    for (const server of servers) server.updateSecureContext(fresh);
  });
}
