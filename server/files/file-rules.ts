import type { FileLimits } from '@beseda/shared/protocol/http';
import type { Context, Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { isRequester, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

const MEGABYTE = 2 ** 20;

export interface FileRules {
  fileSize: number;
  perMessage: number;
  types: readonly string[];
  /** Of all files of one company; null: no limit. */
  companySize: number | null;
}

/** The settings about files, as they stand now. Sizes in bytes. */
export async function readFileRules({ settings }: Pick<Services, 'settings'>): Promise<FileRules> {
  const company = await settings.get('files.company_megabytes');
  return {
    fileSize: (await settings.get('files.max_megabytes')) * MEGABYTE,
    perMessage: await settings.get('files.max_per_message'),
    types: await settings.get('files.types'),
    companySize: company === 0 ? null : company * MEGABYTE,
  };
}

/** What this actor may attach now, for those who show it before anything is sent. */
export async function readFileLimits(ctx: Context): Promise<FileLimits> {
  const { fileSize, perMessage, types, companySize } = await readFileRules(ctx);
  const { actor } = ctx;
  const binds = companySize !== null && isRequester(actor) ? companySize : null;
  const used =
    binds !== null && isRequester(actor)
      ? await ctx.database.inTransaction(SYSTEM, (tx) => sumCompany(tx, actor.companyId))
      : 0;
  return { fileSize, perMessage, types, companyLeft: binds === null ? null : Math.max(0, binds - used) };
}

/** Bytes of a company's files, with those that are on their way. Agents' files count from when they are sent. */
export async function sumCompany({ sql }: Transaction, companyId: string): Promise<number> {
  const [row] = await sql<{ used: number }[]>`
    select ((select coalesce(sum(size), 0) from attachments where company_id = ${companyId})
      + (select coalesce(sum(size), 0) from uploads where company_id = ${companyId}))::float8 as used`;
  return row?.used ?? 0;
}

export function fileTooLarge(limit: number): Refusal {
  return new Refusal('file_too_large', `A file has at most ${limit} bytes.`, {
    field: 'file',
    details: { limit },
  });
}

export function fileEmpty(): Refusal {
  return new Refusal('file_empty', 'This file is empty.', { field: 'file' });
}
