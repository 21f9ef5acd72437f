import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LIMITS } from '@beseda/shared/domain/limits';
import { Refusal } from '../context/refusal';
import type { Rendition } from './sign-link';

/** Bytes on their way in: whole, counted and hashed, not yet in the store. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

export interface StoredFile {
  readonly size: number;
  /** `end` inclusive; both in bytes. */
  read(range?: { start: number; end: number }): Readable;
}

/** Bytes by their SHA-256, with the thumbnail of a picture beside them. Knows no rows. */
export interface FileStore {
  /** Refuses with `file_too_large`, `file_empty`. Leaves nothing behind when it fails. */
  receive(source: Readable): Promise<ReceivedFile>;
  /** Puts received bytes in their place for good: durable when it returns. */
  keep(received: ReceivedFile, thumbPath: string | null): Promise<void>;
  /** Removes what was not kept. */
  discard(...paths: (string | null)[]): Promise<void>;
  newTempPath(): string;
  find(sha256: string, rendition: Rendition): Promise<StoredFile | null>;
  remove(sha256: string): Promise<void>;
  /** Hashes of one of the 256 folders whose bytes were put there before `before` (ms since the epoch). */
  list(folder: number, before: number): Promise<string[]>;
  /** Removes what uploads that were cut off by a crash left behind before `before`. */
  sweepTemp(before: number): Promise<void>;
}

export function createFileStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  const temp = join(root, 'tmp');
  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4));
  const pathOf = (sha256: string, rendition: Rendition) =>
    join(folderOf(sha256), rendition === 'thumb' ? `${sha256}.thumb.webp` : sha256);
  const discard = async (...paths: (string | null)[]) => {
    for (const path of paths) if (path !== null) await rm(path, { force: true });
  };
  return {
    newTempPath: () => join(temp, randomUUID()),
    discard,
    async receive(source) {
      await mkdir(temp, { recursive: true, mode: 0o700 });
      const path = join(temp, randomUUID());
      try {
        return { path, ...(await write(source, path)) };
      } catch (error) {
        await discard(path);
        throw error;
      }
    },
    async keep({ path, sha256 }, thumbPath) {
      await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 });
      // Atomic; of content that arrives twice, the later copy takes the place of its twin.
      await rename(path, pathOf(sha256, 'original'));
      if (thumbPath !== null) await rename(thumbPath, pathOf(sha256, 'thumb'));
      for (const up of ['', '..', '../..']) await syncFolder(join(folderOf(sha256), up));
    },
    async find(sha256, rendition) {
      const path = pathOf(sha256, rendition);
      const size = await sizeOf(path);
      return size === null ? null : { size, read: (range) => createReadStream(path, range) };
    },
    remove: (sha256) => discard(pathOf(sha256, 'original'), pathOf(sha256, 'thumb')),
    async list(folder, before) {
      const top = join(root, folder.toString(16).padStart(2, '0'));
      const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
      const old = await Promise.all(files.map((file) => isOlder(join(file.parentPath, file.name), before)));
      return files.filter((_, at) => old[at]).map((file) => file.name);
    },
    async sweepTemp(before) {
      for (const name of await readdir(temp).catch(() => [])) {
        if (await isOlder(join(temp, name), before)) await discard(join(temp, name));
      }
    },
  };
}

async function write(source: Readable, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > LIMITS.fileSize ? tooLarge() : null, chunk);
    },
  });
  await pipeline(source, count, createWriteStream(path, { mode: 0o600, flush: true }));
  if (size === 0) throw new Refusal('file_empty', 'This file is empty.', { field: 'file' });
  return { sha256: hash.digest('hex'), size };
}

function tooLarge(): Refusal {
  return new Refusal('file_too_large', `A file has at most ${LIMITS.fileSize} bytes.`, {
    field: 'file',
    details: { limit: LIMITS.fileSize },
  });
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

async function isOlder(path: string, before: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs < before;
}
