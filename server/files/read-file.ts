import type { FileState } from '@beseda/shared/domain/event';
import type { Services } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { StoredFile } from './file-store';
import { type FileLink, isLinkValid } from './sign-link';

export interface ReadableFile extends StoredFile {
  name: string;
  /** Of this rendition. */
  type: string;
  /** Strong: equal for equal bytes. */
  etag: string;
}

/**
 * What a private link leads to. The signature is the authority, as long as the file stands where the link says: a
 * conversation that is gone, a message that its viewer may not see, a company that was suspended meanwhile. Missing, expired and forged look alike: `not_found`.
 * Refuses with `file_not_checked` and `file_infected` what the scanner has not let through.
 */
export async function readFile(services: Services, link: FileLink): Promise<ReadableFile> {
  if (!isLinkValid(services.secrets.fileLinks, services.now(), link)) throw notFound();
  const row = await findFile(services, link);
  if (row) refuseUnsafe(row.state);
  const stored = row && (await services.files.find(row.sha256, link.r));
  if (!stored) throw notFound();
  if (link.r === 'original') return { ...stored, name: row.name, type: row.type, etag: `"${row.sha256}"` };
  return { ...stored, name: `${row.name}.webp`, type: 'image/webp', etag: `"${row.sha256}-thumb"` };
}

interface FileRow {
  name: string;
  type: string;
  sha256: string;
  state: FileState;
}

async function findFile({ database }: Services, link: FileLink): Promise<FileRow | undefined> {
  const [row] = await database.inTransaction(SYSTEM, ({ sql }) => {
    const visible = link.v === 'agent' ? sql`` : sql`and m.audience = 'all'`;
    const there = sql`exists (select from messages m
      where m.id = a.message_id and m.conversation_id = ${link.c ?? null} ${visible})`;
    const served = sql`not exists (select from companies o
      where o.id = a.company_id and o.suspended_at is not null)`;
    return sql<FileRow[]>`
      select a.name, a.type, a.sha256, a.state from attachments a
      where a.id = ${link.id} and ${link.c === undefined ? sql`true` : there}
        and ${link.v === 'agent' ? sql`true` : served}`;
  });
  return row;
}

function refuseUnsafe(state: FileState): void {
  if (state === 'infected') throw new Refusal('file_infected', 'A virus was found in this file.');
  if (state !== 'ready') throw new Refusal('file_not_checked', 'This file has not been checked for viruses.');
}
