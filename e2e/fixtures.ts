import { test as base } from '@playwright/test';
import { type HostSite, startHostSite } from './support/host-site';
import { type Server, startServer } from './support/server-process';

export { expect } from '@playwright/test';

/** `server`: a real one with demo data, one for each worker. `site`: host pages on another origin. */
export const test = base.extend<object, { server: Server; site: HostSite }>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  site: [
    async ({ server }, use) => {
      const site = await startHostSite(server);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});
