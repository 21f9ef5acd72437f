import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';
import {
  type Install,
  personOf,
  prepareInstall,
  signInAgent,
  signInPerson,
} from '../testing/prepare-install';
import { findFreePort } from '../testing/server-process';
import { startTask, type Task } from './run-task';

/** A database of its own, on a temporary folder, with as many servers as are asked for one after the other. */
export interface Bench {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  startServer(env?: Record<string, string>): Promise<{ server: Task<string>; url: string }>;
  signInPeople(url: string, count: number): Promise<string[]>;
  signInAgent(url: string): Promise<string>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-bench-'));
  const cluster = await startEmbeddedPostgres({ dataDir });
  const install: Install = await prepareInstall(cluster, 4);
  let people = 0;
  return {
    appUrl: cluster.appUrl,
    ownerUrl: cluster.ownerUrl,
    dataDir,
    startServer: async (env = {}) => {
      const server = startTask<string>(
        'serveProduct',
        {},
        {
          PORT: await findFreePort(),
          HOST: '127.0.0.1',
          RATE_LIMITS: 'off',
          LOG_LEVEL: 'error',
          DEMO: '0',
          DATA_DIR: dataDir,
          DATABASE_URL: cluster.appUrl,
          DATABASE_OWNER_URL: cluster.ownerUrl,
          ...env,
        },
      );
      return { server, url: await server.done };
    },
    signInPeople: async (url, count) => {
      const sessions: string[] = [];
      for (let i = 0; i < count; i++) {
        sessions.push(
          await signInPerson(url, install.site, personOf(`company-${people % 50}`, `person-${people}`)),
        );
        people += 1;
      }
      return sessions;
    },
    signInAgent: (url) => signInAgent(url, install.links.pop() ?? ''),
    close: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function handshakeOf(session: string): object {
  return { session, v: PROTOCOL_VERSION };
}
