import { uuidv7 } from '@beseda/shared/domain/uuid';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { fileEmpty, fileTooLarge, readFileRules, sumCompany } from './file-rules';
import type { Uploader } from './uploader';

export interface NewUpload {
  /** Made by the client: repeating gives the file of the first time. */
  clientId: string;
  name: string;
  size: number;
}

/** An upload under way, as it stands in its row. */
export interface UploadRow extends NewUpload {
  id: string;
  received: number;
  parts: string[];
}

/**
 * Makes room for a file before its bytes come: from here on its size counts for the company, so uploads side by side
 * cannot pass the limit together. Refuses with `file_empty`, `file_too_large`, `company_files_full`.
 */
export async function reserveUpload(ctx: Context, uploader: Uploader, input: NewUpload): Promise<void> {
  const { fileSize, companySize } = await readFileRules(ctx);
  if (input.size === 0) throw fileEmpty();
  if (input.size > fileSize) throw fileTooLarge(fileSize);
  const { companyId } = uploader;
  await ctx.database.inTransaction(SYSTEM, async (tx) => {
    if (companyId !== null && companySize !== null) {
      await tx.sql`select pg_advisory_xact_lock(hashtextextended(${companyId}, 7310004))`;
      const left = Math.max(0, companySize - (await sumCompany(tx, companyId)));
      if (input.size > left) throw companyFull(companySize, left);
    }
    await tx.sql`
      insert into uploads (id, company_id, uploader_id, client_id, name, size, created_at)
      values (${uuidv7(ctx.now())}, ${companyId}, ${uploader.id}, ${input.clientId}, ${input.name}, ${input.size},
        ${nowIso(ctx)})
      on conflict (uploader_id, client_id) do nothing`;
  });
}

export async function findUpload(
  { sql }: Transaction,
  uploader: Uploader,
  clientId: string,
): Promise<UploadRow | null> {
  const [row] = await sql<UploadRow[]>`
    select id, client_id as "clientId", name, size, received, parts from uploads
    where uploader_id = ${uploader.id} and client_id = ${clientId}`;
  return row ?? null;
}

export async function releaseUpload(ctx: Context, uploader: Uploader, clientId: string): Promise<void> {
  await ctx.inTransaction(
    ({ sql }) => sql`delete from uploads where uploader_id = ${uploader.id} and client_id = ${clientId}`,
  );
}

function companyFull(limit: number, left: number): Refusal {
  return new Refusal(
    'company_files_full',
    `The files of your company may have ${limit} bytes, ${left} are left.`,
    {
      field: 'file',
      details: { limit, left },
    },
  );
}
