import { join } from 'node:path';
import type { FileStore } from './file-store';
import { createLocalStore } from './local-store';
import { createTempFolder } from './temp-folder';

/** Where this install keeps its files. */
export function createFileStore({ dataDir }: { dataDir: string }): FileStore {
  const root = join(dataDir, 'files');
  return { ...createTempFolder(join(root, 'tmp')), ...createLocalStore(root) };
}
