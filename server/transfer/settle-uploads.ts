import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LOCALES } from '@beseda/shared/domain/words';
import { IMPORT_LIMITS } from '@beseda/shared/protocol/article-transfer';
import { cleanFileName } from '../files/clean-file-name';
import type { FormFile } from '../http/read-form-file';
import { importFault, unpackZip } from './unpack-zip';

interface Bounds {
  files: number;
  /** Bytes. */
  uploaded: number;
  unpacked: number;
}

/**
 * Stores what is brought where the importers find it: a folder in `own`. Zips are unpacked into it, other files lie beside
 * each other under their names.
 */
export async function settleUploads(own: string, files: AsyncIterable<FormFile>): Promise<string> {
  const folder = join(own, 'unpacked');
  await mkdir(folder);
  const used: Bounds = { files: 0, uploaded: 0, unpacked: 0 };
  let zips = 0;
  for await (const { name, source } of files) {
    used.files += 1;
    if (used.files > IMPORT_LIMITS.files) {
      throw importFault('too_many_entries', `These are more than ${IMPORT_LIMITS.files} files.`);
    }
    const path = join(own, 'upload');
    await pipeline(source, holdTo(used), createWriteStream(path));
    if (await isZip(path)) {
      zips += 1;
      used.unpacked += await unpackZip(path, await choosePlace(folder, zips), {
        entries: IMPORT_LIMITS.entries,
        unpacked: IMPORT_LIMITS.unpacked - used.unpacked,
      });
    } else await rename(path, await chooseName(folder, name, used.files));
  }
  if (used.files === 0) throw importFault('no_articles', 'The form has no file.');
  return zips === 1 && used.files === 1 ? enter(folder) : folder;
}

function holdTo(used: Bounds) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      used.uploaded += chunk.length;
      if (used.uploaded > IMPORT_LIMITS.upload) {
        throw importFault('too_large', `This is larger than ${IMPORT_LIMITS.upload} bytes.`);
      }
      yield chunk;
    }
  };
}

/** The first archive may hold what belongs into the folder itself; others could have files of the same names. */
async function choosePlace(folder: string, zips: number): Promise<string> {
  if (zips === 1) return folder;
  const place = join(folder, `archive-${zips}`);
  await mkdir(place);
  return place;
}

async function chooseName(folder: string, given: string, nth: number): Promise<string> {
  const name = cleanFileName(given, '');
  if (extname(name).toLowerCase() === '.zip') {
    throw importFault('not_zip', `${name} is no zip archive that can be read.`);
  }
  const isTaken = await access(join(folder, name)).then(
    () => true,
    () => false,
  );
  if (!isTaken) return join(folder, name);
  const place = join(folder, `file-${nth}`);
  await mkdir(place);
  return join(place, name);
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

/** A folder that was packed as a whole stands alone in the archive. */
async function enter(folder: string): Promise<string> {
  const [first, ...others] = await readdir(folder, { withFileTypes: true });
  if (!first?.isDirectory() || others.length > 0 || LOCALES.some((one) => one === first.name)) return folder;
  return join(folder, first.name);
}
