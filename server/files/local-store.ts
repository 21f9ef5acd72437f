import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ContentStore, PartMissing } from './file-store';
import { makeFolder } from './make-folder';
import type { Rendition } from './sign-link';
import { isOlder, sweepFolder } from './temp-folder';

/** Files in a folder of this machine, or one that all nodes share. */
export function createLocalStore(root: string): ContentStore {
  const parts = join(root, 'parts');
  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4));
  const pathOf = (sha256: string, rendition: Rendition) =>
    join(folderOf(sha256), rendition === 'thumb' ? `${sha256}.thumb.webp` : sha256);
  return {
    check: async () => {},
    stage: async () => {},
    async keep({ path, sha256 }, thumbPath) {
      await makeFolder(folderOf(sha256));
      // Atomic; of content that arrives twice, the later copy takes the place of its twin.
      await rename(path, pathOf(sha256, 'original'));
      if (thumbPath !== null) await rename(thumbPath, pathOf(sha256, 'thumb'));
      // At once: the disk's journal takes them together.
      await Promise.all(['', '..', '../..'].map((up) => syncFolder(join(folderOf(sha256), up))));
    },
    async find(sha256, rendition) {
      const path = pathOf(sha256, rendition);
      const size = await sizeOf(path);
      return size === null ? null : { size, read: async (range) => createReadStream(path, range) };
    },
    async remove(sha256) {
      for (const rendition of ['original', 'thumb'] as const)
        await rm(pathOf(sha256, rendition), { force: true });
    },
    async list(folder, before) {
      const top = join(root, folder.toString(16).padStart(2, '0'));
      const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
      const old = await Promise.all(files.map((file) => isOlder(join(file.parentPath, file.name), before)));
      return files.filter((_, at) => old[at]).map((file) => file.name);
    },
    async putPart({ path }, name) {
      await makeFolder(parts);
      await rename(path, join(parts, name));
      await syncFolder(parts);
    },
    readParts: (names) =>
      Readable.from(readFiles(names.map((name) => join(parts, name))), { objectMode: false }),
    async removeParts(names) {
      for (const name of names) await rm(join(parts, name), { force: true });
    },
    sweepParts: (before) => sweepFolder(parts, before),
  };
}

async function* readFiles(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) {
    if ((await sizeOf(path)) === null) throw new PartMissing();
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  }
}

/** A rename is durable only with its folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
