import type { UploadedFile } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import type { StoredAttachment } from '../conversations/stored-event';
import { fileTooLarge } from './file-rules';
import { PartMissing } from './file-store';
import { releaseUpload, type UploadRow } from './reserve-upload';
import { findStored, storeReceived } from './store-received';
import { presentUpload, type Uploader } from './uploader';

/** Puts the parts of an upload together and stores the file; may be repeated after a crash, and on two nodes at once. */
export async function finishUpload(
  ctx: Context,
  uploader: Uploader,
  upload: UploadRow,
): Promise<UploadedFile> {
  const { clientId, parts } = upload;
  try {
    const stored = await joinAndStore(ctx, uploader, upload);
    await ctx.files.removeParts(parts);
    return presentUpload(ctx, stored);
  } catch (error) {
    // Another one that was asked to finish too may be ahead, and have taken the parts away.
    const known = await ctx.inTransaction((tx) => findStored(tx, uploader, clientId));
    if (known) return presentUpload(ctx, known);
    if (error instanceof PartMissing) throw await beginAnew(ctx, upload);
    if (error instanceof Refusal) {
      await releaseUpload(ctx, uploader, clientId);
      await ctx.files.removeParts(parts);
    }
    throw error;
  }
}

async function joinAndStore(ctx: Context, uploader: Uploader, upload: UploadRow): Promise<StoredAttachment> {
  const { clientId, name, parts, size } = upload;
  const received = await ctx.files.receive(ctx.files.readParts(parts), size, fileTooLarge);
  return storeReceived(ctx, uploader, { clientId, name }, received);
}

async function beginAnew(ctx: Context, { id, parts }: UploadRow): Promise<Refusal> {
  await ctx.inTransaction(({ sql }) => sql`update uploads set received = 0, parts = '[]' where id = ${id}`);
  await ctx.files.removeParts(parts);
  return new Refusal('upload_offset', 'A part was lost: begin again.', {
    field: 'offset',
    details: { offset: 0 },
  });
}
