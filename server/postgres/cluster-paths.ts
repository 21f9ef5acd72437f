import { join, resolve } from 'node:path';

/** Where the parts of an embedded PostgreSQL lie, all absolute. */
export interface ClusterPaths {
  readonly dataDir: string;
  readonly cluster: string;
  readonly credentials: string;
  readonly lock: string;
  readonly log: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  const root = resolve(dataDir);
  return {
    dataDir: root,
    cluster: join(root, 'postgres'),
    credentials: join(root, 'postgres.json'),
    lock: join(root, 'postgres.lock'),
    log: join(root, 'postgres.log'),
  };
}
