import type { TestProject } from 'vitest/node';
import { openTestServer, type TestServer } from './open-test-server';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** vitest's `globalSetup` for projects with database tests: one PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await openTestServer();
  project.provide('testServer', server);
  return close;
}
