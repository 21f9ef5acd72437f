import { realpath } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { APP_ROLE, type ClusterUrls, clusterUrls, DATABASE, readCredentials } from './cluster-credentials';
import { type ClusterOwner, parseClusterName } from './cluster-owner';
import type { ClusterPaths } from './cluster-paths';
import { readPostmasterFile } from './run-postmaster';
import { openKeeper } from './use-lock';

export type Sighting =
  /** Nothing answers for this data directory. */
  | { readonly state: 'absent' }
  /** Something is there and cannot be talked to yet, or any more. */
  | { readonly state: 'busy' }
  | {
      readonly state: 'running';
      readonly keeper: Sql;
      readonly urls: ClusterUrls;
      readonly owner: ClusterOwner | null;
      readonly postmasterPid: number;
    };

interface ClusterRow {
  name: string;
  folder: string;
  complete: boolean;
}

/** Looks for a PostgreSQL that runs on this data directory. The caller ends the keeper of a running one. */
export async function findRunningCluster(paths: ClusterPaths): Promise<Sighting> {
  const file = await readPostmasterFile(paths);
  const credentials = await readCredentials(paths);
  if (!file || !credentials) return { state: 'absent' };
  if (!file.ready) return { state: 'busy' };
  const urls = clusterUrls({ ...credentials, port: file.port });
  const keeper = openKeeper(urls.superUrl);
  try {
    const row = await describeCluster(keeper);
    if (row && row.folder === (await realpath(paths.cluster))) {
      if (!row.complete) return await leave(keeper, 'busy');
      return { state: 'running', keeper, urls, owner: parseClusterName(row.name), postmasterPid: file.pid };
    }
    return await leave(keeper, 'absent');
  } catch (error) {
    return await leave(keeper, isPassing(error) ? 'busy' : 'absent');
  }
}

/** `complete`: the owner has finished making roles and database; see `create-application-database`. */
async function describeCluster(keeper: Sql): Promise<ClusterRow | undefined> {
  const [row] = await keeper<ClusterRow[]>`
    select current_setting('cluster_name') as name,
      current_setting('data_directory') as folder,
      exists (
        select from pg_database
        where datname = ${DATABASE} and exists (
          select from pg_roles where rolname = ${APP_ROLE} and has_database_privilege(oid, pg_database.oid, 'connect')
        )
      ) as complete`;
  return row;
}

async function leave<State extends 'absent' | 'busy'>(keeper: Sql, state: State): Promise<{ state: State }> {
  await keeper.end({ timeout: 0 });
  return { state };
}

/** Starting up, shutting down, too many connections: it is there. */
function isPassing(error: unknown): boolean {
  return ['57P01', '57P02', '57P03', '53300'].includes((error as { code?: string }).code ?? '');
}
