import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { StoredFile } from './file-store';
import { isLinkValid, type Rendition } from './sign-link';

export interface ReadableFile extends StoredFile {
  name: string;
  /** Of this rendition. */
  type: string;
  /** Strong: equal for equal bytes. */
  etag: string;
}

/** What a private link leads to. The signature is the authority; missing, expired and forged look alike: `not_found`. */
export async function readFile(
  services: Services,
  link: { id: string; r: Rendition; e: number; s: string },
): Promise<ReadableFile> {
  if (!isLinkValid(services.secrets.fileLinks, services.now(), link)) throw notFound();
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ name: string; type: string; sha256: string }[]>`
      select name, type, sha256 from attachments where id = ${link.id}`,
  );
  const stored = row && (await services.files.find(row.sha256, link.r));
  if (!stored) throw notFound();
  if (link.r === 'original') return { ...stored, name: row.name, type: row.type, etag: `"${row.sha256}"` };
  return { ...stored, name: `${row.name}.webp`, type: 'image/webp', etag: `"${row.sha256}-thumb"` };
}
