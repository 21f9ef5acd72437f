import type { ImportSource, TransferReport } from '@beseda/shared/protocol/article-transfer';
import { FETCH_BOUNDS } from '../article-files/fetch-pictures';
import { requireAdmin } from '../audit/change-as-admin';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { readSavedAnswers, type SavedAnswers } from '../help-centres/read-saved-answers';
import type { FormFile } from '../http/read-form-file';
import { bringFolder } from './bring-folder';
import { bringHelpCentre } from './bring-help-centre';
import { findSource } from './find-source';
import { makeOwnFolder, removeFolder } from './make-own-folder';
import { settleUploads } from './settle-uploads';

interface BringInput {
  /** `auto`: what the files look like. */
  from: ImportSource | 'auto';
  dryRun: boolean;
  /** Takes also what has been changed or removed here since; of another help centre only. */
  force: boolean;
  /** Fetches the pictures that stand on other sites; a trial does not. */
  download: boolean;
  files: AsyncIterable<FormFile>;
}

/**
 * Takes zips and files of articles, or saved answers of another help centre, into the knowledge base. Refuses with
 * invalid_input and file_too_large, with `details.fault`, before anything is changed.
 */
export async function bringArticles(ctx: Context, input: BringInput): Promise<TransferReport> {
  requireAdmin(ctx.actor);
  if (input.force && input.from === 'folder') {
    throw new Refusal('invalid_input', 'Files are always taken as they are.', { field: 'force' });
  }
  const own = await makeOwnFolder();
  try {
    const folder = await settleUploads(own, input.files);
    const report = await bring(ctx, folder, input);
    if (!input.dryRun) await ctx.articles.refresh();
    return report;
  } finally {
    await removeFolder(own);
  }
}

async function bring(
  ctx: Context,
  folder: string,
  { from: given, dryRun, force, download }: BringInput,
): Promise<TransferReport> {
  let saved: Promise<SavedAnswers> | null = null;
  const readAnswers = () => {
    saved ??= readSavedAnswers(folder);
    return saved;
  };
  const from = given === 'auto' ? await findSource(folder, readAnswers) : given;
  const by = ctx.actor.kind === 'agent' ? ctx.actor.agentId : null;
  const bringing = {
    dryRun,
    by,
    fetching: { bounds: download && !dryRun ? FETCH_BOUNDS.request : null },
  };
  if (from === 'folder') return bringFolder(ctx, folder, bringing);
  return bringHelpCentre(ctx, { folder, saved: await readAnswers() }, { ...bringing, from, force });
}
