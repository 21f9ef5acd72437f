import type { UploadState } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { finishUpload } from './finish-upload';
import { findUpload, type NewUpload, reserveUpload, type UploadRow } from './reserve-upload';
import { findStored } from './store-received';
import { presentUpload, type Uploader, uploaderOf } from './uploader';

/** Small enough to be lost without regret on a bad line, large enough to be few. */
export const PART_BYTES = 2 * 2 ** 20;

/**
 * Begins an upload by parts, or says how far it has come: after a break, a reload, a dead server. Refuses as
 * reserveUpload does, and with `client_id_taken`; and as storeReceived does when only the end was missing.
 */
export async function startUpload(ctx: Context, input: NewUpload): Promise<UploadState> {
  const uploader = uploaderOf(ctx);
  const known = await ctx.inTransaction((tx) => findStored(tx, uploader, input.clientId));
  if (known) return { ...stateOf(known.size, known.size), file: presentUpload(ctx, known) };
  const upload = await findOrReserve(ctx, uploader, input);
  if (upload.size !== input.size) {
    throw new Refusal('client_id_taken', 'This client id belongs to another file.', { field: 'clientId' });
  }
  if (upload.received < upload.size) return { ...stateOf(upload.received, upload.size), file: null };
  return { ...stateOf(upload.size, upload.size), file: await finishUpload(ctx, uploader, upload) };
}

export function stateOf(offset: number, size: number): Omit<UploadState, 'file'> {
  return { offset, size, partSize: PART_BYTES };
}

async function findOrReserve(ctx: Context, uploader: Uploader, input: NewUpload): Promise<UploadRow> {
  const find = () => ctx.inTransaction((tx) => findUpload(tx, uploader, input.clientId));
  const before = await find();
  if (before) return before;
  await reserveUpload(ctx, uploader, input);
  const upload = await find();
  if (!upload) throw notFound();
  return upload;
}
