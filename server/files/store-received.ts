import { nameFileTypes } from '@beseda/shared/domain/file-types';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { StoredAttachment } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { cleanFileName } from './clean-file-name';
import { detectFileType } from './detect-file-type';
import { drawThumbnail, type PictureSize } from './draw-thumbnail';
import { readFileRules } from './file-rules';
import { lockContent } from './lock-content';
import type { ReceivedFile } from './temp-folder';
import type { Uploader } from './uploader';

interface Named {
  clientId: string;
  name: string;
}

interface Examined {
  type: string;
  thumbPath: string | null;
  picture: PictureSize | null;
}

/**
 * Looks at bytes that have arrived whole and stores them as a file of the uploader, with its row; what stood for it in
 * `uploads` goes. Refuses with `file_type_not_allowed`. The received bytes are gone afterwards, stored or not.
 */
export async function storeReceived(
  ctx: Context,
  uploader: Uploader,
  input: Named,
  received: ReceivedFile,
): Promise<StoredAttachment> {
  const thumbPath = ctx.files.newTempPath();
  try {
    const examined = await examine(ctx, received, input.name, thumbPath);
    await ctx.files.stage(received, examined.thumbPath);
    return await store(ctx, uploader, input, received, examined);
  } finally {
    await ctx.files.discard(received.path, thumbPath);
  }
}

async function examine(
  ctx: Context,
  { path }: ReceivedFile,
  name: string,
  thumbPath: string,
): Promise<Examined> {
  const { types, fileSize } = await readFileRules(ctx);
  const type = await detectFileType(path, name);
  if (type === null || !types.includes(type)) {
    throw new Refusal(
      'file_type_not_allowed',
      `Files of this type are not taken, only ${nameFileTypes(types)}.`,
      {
        field: 'file',
        details: { allowed: nameFileTypes(types).split(', '), fileSize },
      },
    );
  }
  const picture = type.startsWith('image/') ? await drawThumbnail(path, thumbPath) : null;
  return { type, picture, thumbPath: picture && thumbPath };
}

/** The bytes are in their place before the row says so, and the sweeper cannot come between. */
async function store(
  ctx: Context,
  uploader: Uploader,
  input: Named,
  received: ReceivedFile,
  { type, picture, thumbPath }: Examined,
): Promise<StoredAttachment> {
  const { sha256, size } = received;
  return ctx.inTransaction(async (tx) => {
    await lockContent(tx, sha256);
    await ctx.files.keep(received, thumbPath);
    const at = nowIso(ctx);
    await tx.sql`
      insert into attachments (id, company_id, uploader_id, client_id, sha256, name, type, size, width, height, state,
        scan_due_at, created_at)
      values (${uuidv7(ctx.now())}, ${uploader.companyId}, ${uploader.id}, ${input.clientId}, ${sha256},
        ${cleanFileName(input.name, type)}, ${type}, ${size}, ${picture?.width ?? null}, ${picture?.height ?? null},
        ${ctx.environment.clamd ? 'checking' : 'ready'}, ${at}, ${at})
      on conflict (uploader_id, client_id) do nothing`;
    await tx.sql`delete from uploads where uploader_id = ${uploader.id} and client_id = ${input.clientId}`;
    const stored = await findStored(tx, uploader, input.clientId);
    if (!stored) throw new Error('An upload was neither found nor stored.');
    return stored;
  });
}

/** What the uploader stored under this client id before. */
export async function findStored(
  { sql }: Transaction,
  uploader: Uploader,
  clientId: string,
): Promise<StoredAttachment | null> {
  const [row] = await sql<StoredAttachment[]>`
    select id, name, type, size, sha256, width, height, state, threat from attachments
    where uploader_id = ${uploader.id} and client_id = ${clientId}`;
  return row ?? null;
}
