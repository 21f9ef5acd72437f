import type { Server } from 'node:http';

/**
 * Begins the end of a server's connections: a request that is still on its way after `graceMs` is cut off, so that a
 * slow upload cannot keep the process. Done answers are not waited for.
 */
export function cutConnections(server: Server, graceMs: number): void {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  cut.unref();
  server.once('close', () => clearTimeout(cut));
}
