import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { IMPORT_LIMITS, type ImportFault } from '@beseda/shared/protocol/article-transfer';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../context/refusal';

const FILE_KIND = 0o170000;
const LINK = 0o120000;
/** What systems add on their own. */
const CLUTTER = /(?:^|\/)(?:__MACOSX|\.[^/]+)(?:\/|$)/;

export function importFault(fault: ImportFault, message: string): Refusal {
  const code = fault === 'too_large' ? 'file_too_large' : 'invalid_input';
  return new Refusal(code, message, { field: 'file', details: { fault } });
}

/**
 * Unpacks into a folder of one's own. Nothing is written outside of it, links are refused, and what it says of its sizes is
 * held against what comes out. Gives the bytes of all. Refuses with invalid_input or file_too_large and `details.fault`.
 */
export async function unpackZip(
  path: string,
  folder: string,
  limits: { entries: number; unpacked: number } = IMPORT_LIMITS,
): Promise<number> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw importFault('not_zip', 'The file is no zip archive that can be read.');
  });
  try {
    if (zip.entryCount > limits.entries) {
      throw importFault('too_many_entries', `The archive has more than ${limits.entries} files.`);
    }
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry);
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.unpacked) {
        throw importFault('too_large', `Unpacked, the archive is larger than ${limits.unpacked} bytes.`);
      }
      if (!entry.fileName.endsWith('/') && !CLUTTER.test(entry.fileName)) await write(zip, entry, folder);
    }
    return unpacked;
  } catch (error) {
    throw error instanceof Refusal ? error : explain(error);
  } finally {
    zip.close();
  }
}

function checkEntry(entry: Entry): void {
  if (((entry.externalFileAttributes >>> 16) & FILE_KIND) === LINK) {
    throw importFault('link', `${entry.fileName} is a link. Put the file itself into the archive.`);
  }
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    throw importFault('encrypted', 'The archive has a password. Pack it without one.');
  }
}

/** The stream ends with an error when more comes out than the entry says. */
async function write(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const target = resolve(folder, entry.fileName);
  if (!target.startsWith(folder + sep)) throw importFault('unsafe_path', UNSAFE);
  await mkdir(dirname(target), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  await pipeline(content, createWriteStream(target, { flags: 'wx' }));
}

const UNSAFE = 'The archive holds a file whose path leads out of it.';

function explain(error: unknown): unknown {
  const { message, code } = error as Error & { code?: string };
  if (/^(?:invalid relative path|absolute path|invalid characters in fileName)/.test(message)) {
    return importFault('unsafe_path', UNSAFE);
  }
  const isOurs = code === 'ENOSPC' || code === 'EACCES' || code === 'EMFILE';
  return isOurs ? error : importFault('broken_zip', 'The archive is damaged: it cannot be unpacked.');
}
