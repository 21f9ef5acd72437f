import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { finished, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type ExportOptions, exportArticles } from '../articles/export-articles';
import { requireAdmin } from '../audit/change-as-admin';
import type { Context } from '../context/context';
import { makeOwnFolder, removeFolder } from './make-own-folder';

/** The knowledge base as a zip of the folder that an export writes, which an import takes. Refuses with forbidden. */
export async function packArticles(ctx: Context, options: ExportOptions): Promise<Readable> {
  requireAdmin(ctx.actor);
  const folder = await makeOwnFolder();
  try {
    await exportArticles(ctx, folder, options);
    const zip = new ZipFile();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) zip.addFile(path, relative(folder, path).split(sep).join('/'));
    }
    zip.end();
    const stream = new Readable().wrap(zip.outputStream);
    zip.on('error', (error: Error) => stream.destroy(error));
    finished(stream, () => void removeFolder(folder));
    return stream;
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}
