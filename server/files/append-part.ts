import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { UploadState } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { toJson } from '../db/to-json';
import { finishUpload } from './finish-upload';
import { findUpload, type UploadRow } from './reserve-upload';
import { PART_BYTES, stateOf } from './start-upload';
import { findStored } from './store-received';
import { presentUpload, uploaderOf } from './uploader';

export interface Part {
  clientId: string;
  /** Where it begins in the file. */
  offset: number;
  source: Readable;
}

/**
 * Takes the next part of an upload; with the last one the file is stored. Refuses with `not_found` what was not begun,
 * with `upload_offset` a part that is not the next one (`details.offset` is), and as storeReceived does.
 */
export async function appendPart(ctx: Context, { clientId, offset, source }: Part): Promise<UploadState> {
  const uploader = uploaderOf(ctx);
  const known = await ctx.inTransaction((tx) => findStored(tx, uploader, clientId));
  if (known) return { ...stateOf(known.size, known.size), file: presentUpload(ctx, known) };
  const upload = await ctx.inTransaction((tx) => findUpload(tx, uploader, clientId));
  if (!upload) throw notFound();
  if (upload.received !== offset) throw wrongOffset(upload.received);
  const next = await takePart(ctx, upload, source);
  if (next.received < next.size) return { ...stateOf(next.received, next.size), file: null };
  return { ...stateOf(next.size, next.size), file: await finishUpload(ctx, uploader, next) };
}

/** The part lies in the store before the row names it; of two that come at once, one does not get into the row. */
async function takePart(ctx: Context, upload: UploadRow, source: Readable): Promise<UploadRow> {
  const most = Math.min(PART_BYTES, upload.size - upload.received);
  const part = await ctx.files.receive(source, most, partTooLarge);
  const name = randomUUID();
  try {
    if (part.size === 0) throw partTooLarge(most);
    await ctx.files.putPart(part, name);
  } finally {
    await ctx.files.discard(part.path);
  }
  const [row] = await ctx.inTransaction(
    ({ sql }) => sql<Pick<UploadRow, 'received' | 'parts'>[]>`
      update uploads set received = received + ${part.size}, parts = parts || ${toJson([name])}::jsonb
      where id = ${upload.id} and received = ${upload.received} returning received, parts`,
  );
  if (row) return { ...upload, ...row };
  await ctx.files.removeParts([name]);
  const now = await ctx.inTransaction(
    ({ sql }) => sql<{ received: number }[]>`
    select received from uploads where id = ${upload.id}`,
  );
  throw wrongOffset(now[0]?.received ?? 0);
}

function wrongOffset(offset: number): Refusal {
  return new Refusal('upload_offset', `The next part begins at ${offset}.`, {
    field: 'offset',
    details: { offset },
  });
}

function partTooLarge(limit: number): Refusal {
  return new Refusal('invalid_input', `A part has 1 to ${limit} bytes here.`, { field: 'body' });
}
