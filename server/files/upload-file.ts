import type { Readable } from 'node:stream';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { fileTooLarge, readFileRules } from './file-rules';
import { releaseUpload, reserveUpload } from './reserve-upload';
import { findStored, storeReceived } from './store-received';
import { presentUpload, uploaderOf } from './uploader';

export interface Upload {
  /** Made by the client: repeating gives the file of the first time. */
  clientId: string;
  name: string;
  source: Readable;
}

/**
 * Stores one file of the actor in one go, not yet given to a message. Refuses with `file_too_large`, `file_empty`,
 * `file_type_not_allowed`, `company_files_full`; then, or when the upload is cut off, nothing is left of it.
 */
export async function uploadFile(ctx: Context, { clientId, name, source }: Upload): Promise<UploadedFile> {
  const uploader = uploaderOf(ctx);
  const known = await ctx.inTransaction((tx) => findStored(tx, uploader, clientId));
  if (known) {
    source.resume();
    return presentUpload(ctx, known);
  }
  const { fileSize } = await readFileRules(ctx);
  const received = await ctx.files.receive(source, fileSize, fileTooLarge);
  try {
    await reserveUpload(ctx, uploader, { clientId, name, size: received.size });
    return presentUpload(ctx, await storeReceived(ctx, uploader, { clientId, name }, received));
  } catch (error) {
    await releaseUpload(ctx, uploader, clientId);
    throw error;
  } finally {
    await ctx.files.discard(received.path);
  }
}
