import { Readable } from 'node:stream';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Context } from '../../context/context';
import { Refusal } from '../../context/refusal';
import { uploadFile } from '../../files/upload-file';
import type { MailFile } from '../parsing/parsed-mail';
import { uuidFrom } from '../uuid-from';

export interface TakenFiles {
  /** Of uploads, in the order of the mail. */
  ids: string[];
  /** Names of those that are not taken here. */
  refused: string[];
}

const REFUSALS: readonly ErrorCode[] = [
  'file_type_not_allowed',
  'file_too_large',
  'file_empty',
  'company_files_full',
];
/** Pictures of a pixel or two, that tell their owner who reads. */
const SMALLEST_PICTURE = 200;

/** Stores the files of a mail as those who write would upload them; again gives the same ones. What is refused stays in the raw mail. */
export async function takeFiles(
  ctx: Context,
  files: readonly MailFile[],
  fingerprint: string,
): Promise<TakenFiles> {
  const taken: TakenFiles = { ids: [], refused: [] };
  for (const [index, file] of files.entries()) {
    if (file.inline && file.bytes.length < SMALLEST_PICTURE) continue;
    if (taken.ids.length === LIMITS.attachmentsPerMessage) {
      taken.refused.push(file.name);
      continue;
    }
    const clientId = uuidFrom(`${fingerprint}/file/${index}`);
    const source = Readable.from([Buffer.from(file.bytes)]);
    try {
      taken.ids.push((await uploadFile(ctx, { clientId, name: file.name, source })).id);
    } catch (error) {
      if (!(error instanceof Refusal) || !REFUSALS.includes(error.code)) throw error;
      taken.refused.push(file.name);
    }
  }
  return taken;
}
