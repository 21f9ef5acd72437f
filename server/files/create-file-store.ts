import { join } from 'node:path';
import type { Environment } from '../config/read-environment';
import type { FileStore } from './file-store';
import { createLocalStore } from './local-store';
import { createS3Store } from './s3-store';
import { createTempFolder } from './temp-folder';

/** Where this install keeps its files: in its own folder, or in a bucket. What is on its way lies in the folder. */
export function createFileStore({
  dataDir,
  s3 = null,
}: Pick<Environment, 'dataDir'> & Partial<Pick<Environment, 's3'>>): FileStore {
  const root = join(dataDir, 'files');
  const content = s3 ? createS3Store(s3) : createLocalStore(root);
  return { ...createTempFolder(join(root, 'tmp')), ...content };
}
