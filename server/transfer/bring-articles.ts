import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LOCALES } from '@beseda/shared/domain/words';
import {
  IMPORT_LIMITS,
  type ImportSource,
  type TransferReport,
} from '@beseda/shared/protocol/article-transfer';
import { requireAdmin } from '../audit/change-as-admin';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { bringFolder } from './bring-folder';
import { bringHelpCentre } from './bring-help-centre';
import { makeOwnFolder, removeFolder } from './make-own-folder';
import { importFault, unpackZip } from './unpack-zip';

interface BringInput {
  from: ImportSource;
  dryRun: boolean;
  /** Takes also what has been changed or removed here since; of another help centre only. */
  force: boolean;
  source: Readable;
}

/**
 * Takes a zip of articles, or one JSON file of another help centre, into the knowledge base. Refuses with invalid_input and
 * file_too_large, with `details.fault`, before anything is changed.
 */
export async function bringArticles(ctx: Context, input: BringInput): Promise<TransferReport> {
  requireAdmin(ctx.actor);
  if (input.force && input.from === 'folder') {
    throw new Refusal('invalid_input', 'Files are always taken as they are.', { field: 'force' });
  }
  const own = await makeOwnFolder();
  try {
    const path = await settle(own, input);
    const report =
      input.from === 'folder'
        ? await bringFolder(ctx, path, input)
        : await bringHelpCentre(ctx, path, { ...input, from: input.from });
    if (!input.dryRun) await ctx.articles.refresh();
    return report;
  } finally {
    await removeFolder(own);
  }
}

/** Where the importers find it: a folder, or a file. */
async function settle(own: string, { from, source }: BringInput): Promise<string> {
  const upload = join(own, 'upload');
  await pipeline(source, holdTo(IMPORT_LIMITS.upload), createWriteStream(upload));
  if (await isZip(upload)) {
    const folder = join(own, 'unpacked');
    await mkdir(folder);
    await unpackZip(upload, folder);
    return enter(folder);
  }
  if (from === 'folder') throw importFault('not_zip', 'This takes a zip archive of the folder.');
  const file = join(own, 'answers.json');
  await rename(upload, file);
  return file;
}

function holdTo(most: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) throw importFault('too_large', `The file is larger than ${most} bytes.`);
      yield chunk;
    }
  };
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
