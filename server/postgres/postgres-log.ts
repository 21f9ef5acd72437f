import { existsSync } from 'node:fs';
import { appendFile, copyFile, open, stat, statfs, truncate } from 'node:fs/promises';
import type { ClusterPaths } from './cluster-paths';
import { DatabaseError, type DatabaseErrorCode } from './database-error';

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const ROTATION_INTERVAL_MS = 60_000;
const DISK_RESERVE_BYTES = 24 * 1024 * 1024;

const KNOWN_FAILURES: readonly [RegExp, DatabaseErrorCode, string][] = [
  [/no space left on device|disk quota exceeded/i, 'data_dir_full', 'no space left on the disk'],
  [/permission denied|wrong ownership/i, 'data_dir_denied', 'PostgreSQL may not read and write it'],
  [
    /database files are incompatible/i,
    'data_dir_version',
    'it was made by another major version of PostgreSQL',
  ],
];

/** A full disk must not keep the true reason from being told, so a failed write is let go. */
export async function appendLog(paths: ClusterPaths, text: string): Promise<void> {
  await appendFile(paths.log, text, { mode: 0o600 }).catch(() => {});
}

/** Keeps the log within two files of 5 MiB. PostgreSQL appends, so it goes on writing after the cut. */
export async function rotateLog(paths: ClusterPaths): Promise<void> {
  if (!existsSync(paths.log) || (await stat(paths.log)).size < LOG_LIMIT_BYTES) return;
  await copyFile(paths.log, `${paths.log}.1`);
  await truncate(paths.log);
}

/** Rotates once a minute; returns what ends that. */
export function keepLogBounded(paths: ClusterPaths): () => void {
  const timer = setInterval(() => void rotateLog(paths).catch(() => {}), ROTATION_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function logSize(paths: ClusterPaths): Promise<number> {
  return existsSync(paths.log) ? (await stat(paths.log)).size : 0;
}

export async function readLogFrom(paths: ClusterPaths, offset: number): Promise<string> {
  const file = await open(paths.log, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.max(0, Math.min(size - offset, 64 * 1024));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Turns what PostgreSQL said into one line with a code. */
export async function explainFailure(
  paths: ClusterPaths,
  fallback: 'initdb_failed' | 'postgres_failed',
  output: string,
): Promise<DatabaseError> {
  const say = (code: DatabaseErrorCode, reason: string) =>
    new DatabaseError(code, `DATA_DIR ${paths.dataDir}: ${reason} (details in ${paths.log})`);
  for (const [pattern, code, reason] of KNOWN_FAILURES) if (pattern.test(output)) return say(code, reason);
  const disk = await statfs(paths.dataDir).catch(() => null);
  if (disk && disk.bavail * disk.bsize < DISK_RESERVE_BYTES)
    return say('data_dir_full', 'no space left on the disk');
  const fatal = /(?:FATAL|PANIC|error|could not)[^\n]*/.exec(output)?.[0] ?? 'it ended without a word';
  const subject =
    fallback === 'initdb_failed' ? 'the database could not be made' : 'PostgreSQL did not start';
  return say(fallback, `${subject}: ${fatal.trim()}`);
}
