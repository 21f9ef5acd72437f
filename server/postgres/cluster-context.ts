import { access, constants } from 'node:fs/promises';
import { makeFolder } from '../files/make-folder';
import { chooseLauncher, type Launcher } from './choose-launcher';
import { type ClusterPaths, clusterPaths } from './cluster-paths';
import { namingDataDir } from './database-error';
import { findBinaries, type PostgresBinaries } from './find-binaries';
import { type ClusterLock, prepareClusterLock } from './hold-cluster-lock';

/** What the steps of starting a cluster have in common. */
export interface ClusterContext {
  readonly paths: ClusterPaths;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
  readonly lock: ClusterLock;
  readonly durable: boolean;
  readonly report: (line: string) => void;
}

export interface ClusterOptions {
  readonly dataDir: string;
  /** Gets one line per long step. */
  readonly report?: (line: string) => void;
  /** False for throw-away clusters of tests only: commits are not flushed. Default true. */
  readonly durable?: boolean;
}

export async function openClusterContext(options: ClusterOptions): Promise<ClusterContext> {
  const paths = clusterPaths(options.dataDir);
  const binaries = await findBinaries();
  return namingDataDir(paths.dataDir, async () => {
    await makeFolder(paths.dataDir);
    await access(paths.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const launcher = await chooseLauncher(binaries, paths);
    const lock = await prepareClusterLock(paths, launcher);
    const { durable = true, report = () => {} } = options;
    return { paths, binaries, launcher, lock, durable, report };
  });
}
