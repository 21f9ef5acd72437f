import type { Readable } from 'node:stream';
import { FILE_TYPES } from '@beseda/shared/domain/limits';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { presentAttachment } from '../conversations/present-event';
import type { StoredAttachment } from '../conversations/stored-event';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { cleanFileName } from './clean-file-name';
import { detectFileType } from './detect-file-type';
import { drawThumbnail, type PictureSize } from './draw-thumbnail';
import type { ReceivedFile } from './file-store';
import { lockContent } from './lock-content';
import { createLinkSigner } from './sign-link';

export interface Upload {
  /** Made by the client: repeating gives the file of the first time. */
  clientId: string;
  name: string;
  source: Readable;
}

interface Uploader {
  id: string;
  companyId: string | null;
}

interface Examined {
  type: string;
  thumbPath: string | null;
  picture: PictureSize | null;
}

/**
 * Stores one file of the actor, not yet given to a message. Refuses with `file_too_large`, `file_empty`,
 * `file_type_not_allowed`; then, or when the upload is cut off, nothing is left of it.
 */
export async function uploadFile(ctx: Context, input: Upload): Promise<UploadedFile> {
  const uploader = uploaderOf(ctx);
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  const known = await ctx.inTransaction((tx) => findUpload(tx, uploader, input.clientId));
  if (known) {
    input.source.resume();
    return presentAttachment(known, sign);
  }
  const received = await ctx.files.receive(input.source);
  const thumbPath = ctx.files.newTempPath();
  try {
    const examined = await examine(received, input.name, thumbPath);
    return presentAttachment(await store(ctx, uploader, input, received, examined), sign);
  } finally {
    await ctx.files.discard(received.path, thumbPath);
  }
}

function uploaderOf({ actor }: Context): Uploader {
  if (isRequester(actor)) return { id: actor.personId, companyId: actor.companyId };
  if (actor.kind === 'agent') return { id: actor.agentId, companyId: null };
  throw new Error('The system uploads nothing.');
}

async function examine({ path }: ReceivedFile, name: string, thumbPath: string): Promise<Examined> {
  const type = await detectFileType(path, name);
  if (type === null) {
    throw new Refusal('file_type_not_allowed', 'Files of this type cannot be attached.', {
      field: 'file',
      details: { allowed: [...new Set(Object.values(FILE_TYPES))] },
    });
  }
  const picture = type.startsWith('image/') ? await drawThumbnail(path, thumbPath) : null;
  return { type, picture, thumbPath: picture && thumbPath };
}

/** The bytes are in their place before the row says so, and the sweeper cannot come between. */
async function store(
  ctx: Context,
  uploader: Uploader,
  input: Upload,
  received: ReceivedFile,
  examined: Examined,
): Promise<StoredAttachment> {
  const { sha256, size } = received;
  const { type, picture } = examined;
  return ctx.inTransaction(async (tx) => {
    await lockContent(tx, sha256);
    await ctx.files.keep(received, examined.thumbPath);
    await tx.sql`
      insert into attachments (id, company_id, uploader_id, client_id, sha256, name, type, size, width, height, created_at)
      values (${uuidv7(ctx.now())}, ${uploader.companyId}, ${uploader.id}, ${input.clientId}, ${sha256},
        ${cleanFileName(input.name, type)}, ${type}, ${size}, ${picture?.width ?? null}, ${picture?.height ?? null},
        ${nowIso(ctx)})
      on conflict (uploader_id, client_id) do nothing`;
    const stored = await findUpload(tx, uploader, input.clientId);
    if (!stored) throw new Error('An upload was neither found nor stored.');
    return stored;
  });
}

async function findUpload(
  { sql }: Transaction,
  uploader: Uploader,
  clientId: string,
): Promise<StoredAttachment | null> {
  const [row] = await sql<StoredAttachment[]>`
    select id, name, type, size, sha256, width, height from attachments
    where uploader_id = ${uploader.id} and client_id = ${clientId}`;
  return row ?? null;
}
