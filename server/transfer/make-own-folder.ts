import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder, by its real path. */
export async function makeOwnFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'beseda-transfer-')));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
