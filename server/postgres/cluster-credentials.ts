import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { ClusterPaths } from './cluster-paths';

export const DATABASE = 'beseda';
export const OWNER_ROLE = 'beseda_owner';
export const APP_ROLE = 'beseda_app';

export interface ClusterCredentials {
  readonly port: number;
  readonly superPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface ClusterUrls {
  /** Role `beseda_owner`: migrations. */
  readonly ownerUrl: string;
  /** Role `beseda_app`: everything else; bound by row-level security. */
  readonly appUrl: string;
  /** Role `postgres`, database `postgres`: the supervisor and tests only. */
  readonly superUrl: string;
}

export function clusterUrls(credentials: ClusterCredentials): ClusterUrls {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${credentials.port}/${database}`;
  return {
    ownerUrl: url(OWNER_ROLE, credentials.ownerPassword, DATABASE),
    appUrl: url(APP_ROLE, credentials.appPassword, DATABASE),
    superUrl: url('postgres', credentials.superPassword, 'postgres'),
  };
}

/** The stored credentials, or null when there are none or they are damaged. */
export async function readCredentials(paths: ClusterPaths): Promise<ClusterCredentials | null> {
  try {
    const stored: unknown = JSON.parse(await readFile(paths.credentials, 'utf8'));
    return isCredentials(stored) ? stored : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

export async function makeCredentials(): Promise<ClusterCredentials> {
  const password = () => randomBytes(24).toString('hex');
  return {
    port: await findFreePort(),
    superPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
}

/** Atomic and durable; call it under the cluster lock only. */
export async function storeCredentials(paths: ClusterPaths, credentials: ClusterCredentials): Promise<void> {
  const draft = `${paths.credentials}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, paths.credentials);
}

/** A TCP port of the loopback interface that nobody listens on right now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no free port'));
      });
    });
  });
}

function isCredentials(value: unknown): value is ClusterCredentials {
  if (typeof value !== 'object' || value === null) return false;
  const { port, superPassword, ownerPassword, appPassword } = value as Record<string, unknown>;
  const isHex = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{32,}$/.test(text);
  return Number.isInteger(port) && isHex(superPassword) && isHex(ownerPassword) && isHex(appPassword);
}
