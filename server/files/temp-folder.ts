import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from './make-folder';

/** Bytes on their way in: whole, counted and hashed, not yet in the store. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** What is on its way through this node. */
export interface TempFolder {
  /** `most` bytes or what `tooLarge` makes of it. Leaves nothing behind when it fails. */
  receive(source: Readable, most: number, tooLarge: (limit: number) => Error): Promise<ReceivedFile>;
  newTempPath(): string;
  /** Removes what was not kept. */
  discard(...paths: (string | null)[]): Promise<void>;
  /** Removes what uploads that were cut off by a crash left behind before `before` (ms since the epoch). */
  sweepTemp(before: number): Promise<void>;
}

export function createTempFolder(folder: string): TempFolder {
  const discard = async (...paths: (string | null)[]) => {
    for (const path of paths) if (path !== null) await rm(path, { force: true });
  };
  const newTempPath = () => join(folder, randomUUID());
  return {
    newTempPath,
    discard,
    async receive(source, most, tooLarge) {
      await makeFolder(folder);
      const path = newTempPath();
      try {
        return { path, ...(await write(source, path, most, tooLarge)) };
      } catch (error) {
        await discard(path);
        throw error;
      }
    },
    sweepTemp: (before) => sweepFolder(folder, before),
  };
}

async function write(
  source: Readable,
  path: string,
  most: number,
  tooLarge: (limit: number) => Error,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > most ? tooLarge(most) : null, chunk);
    },
  });
  await pipeline(source, count, createWriteStream(path, { mode: 0o600, flush: true }));
  return { sha256: hash.digest('hex'), size };
}

/** Removes what was changed last before `before`. */
export async function sweepFolder(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (await isOlder(path, before)) await rm(path, { force: true });
  }
}

export async function isOlder(path: string, before: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs < before;
}
