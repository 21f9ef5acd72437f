import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ARTICLE_FILE_TYPES } from '@beseda/shared/domain/article-file-types';
import { articleFileUrl } from '@beseda/shared/domain/article-file-url';
import { nameFileTypes } from '@beseda/shared/domain/file-types';
import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { cleanFileName } from '../files/clean-file-name';
import { detectFileType } from '../files/detect-file-type';
import { drawThumbnail, type PictureSize } from '../files/draw-thumbnail';
import { fileEmpty, fileTooLarge, readFileRules } from '../files/file-rules';
import { lockContent } from '../files/lock-content';
import type { ReceivedFile } from '../files/temp-folder';
import { scanReceived } from './scan-received';

type Needed = Pick<Services, 'database' | 'files' | 'settings' | 'environment' | 'now'>;

export interface NewArticleFile {
  name: string;
  source: Readable;
  /** The agent; null: the system, by an import. */
  uploadedBy: string | null;
}

/**
 * Stores a file for articles; equal bytes give the file of the first time. Refuses with `file_too_large`, `file_empty`,
 * `file_type_not_allowed`, `file_infected`, `file_not_checked`; then nothing is left of it.
 */
export async function storeArticleFile(
  services: Needed,
  { name, source, uploadedBy }: NewArticleFile,
): Promise<ArticleFile> {
  const { fileSize } = await readFileRules(services);
  const received = await services.files.receive(source, fileSize, fileTooLarge);
  const thumbPath = services.files.newTempPath();
  try {
    const type = await examine(received, name, fileSize);
    await scanReceived(services, received);
    const picture = type.startsWith('image/') ? await drawThumbnail(received.path, thumbPath) : null;
    const thumb = picture && thumbPath;
    await services.files.stage(received, thumb);
    return await keep(services, received, thumb, {
      name: cleanFileName(name, type),
      type,
      picture,
      uploadedBy,
    });
  } finally {
    await services.files.discard(received.path, thumbPath);
  }
}

/** The address that a file would get. Stores nothing; refuses as storing does, but looks for no viruses. */
export async function foreseeArticleFile(
  services: Needed,
  { path, name }: { path: string; name: string },
): Promise<{ url: string }> {
  const { fileSize } = await readFileRules(services);
  const { size } = await stat(path);
  if (size > fileSize) throw fileTooLarge(fileSize);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  const type = await examine({ path, size, sha256 }, name, fileSize);
  const id = idOf(sha256);
  const [known] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ name: string }[]>`select name from article_files where id = ${id}`,
  );
  return { url: articleFileUrl({ id, name: known?.name ?? cleanFileName(name, type) }) };
}

async function examine({ path, size }: ReceivedFile, name: string, fileSize: number): Promise<string> {
  if (size === 0) throw fileEmpty();
  const type = await detectFileType(path, name);
  if (type !== null && ARTICLE_FILE_TYPES.includes(type)) return type;
  const allowed = nameFileTypes(ARTICLE_FILE_TYPES);
  throw new Refusal('file_type_not_allowed', `Files of this type are not taken, only ${allowed}.`, {
    field: 'file',
    details: { allowed: allowed.split(', '), fileSize },
  });
}

interface Examined {
  name: string;
  type: string;
  picture: PictureSize | null;
  uploadedBy: string | null;
}

/** The bytes are in their place before the row says so, and the sweeper cannot come between. */
async function keep(
  services: Needed,
  received: ReceivedFile,
  thumbPath: string | null,
  { name, type, picture, uploadedBy }: Examined,
): Promise<ArticleFile> {
  const { sha256, size } = received;
  const id = idOf(sha256);
  return services.database.inTransaction(SYSTEM, async (tx) => {
    await lockContent(tx, sha256);
    await services.files.keep(received, thumbPath);
    await tx.sql`
      insert into article_files (id, sha256, name, type, size, width, height, uploaded_by, created_at)
      values (${id}, ${sha256}, ${name}, ${type}, ${size}, ${picture?.width ?? null}, ${picture?.height ?? null},
        ${uploadedBy}, ${nowIso(services)})
      on conflict (id) do nothing`;
    return loadFile(tx, id);
  });
}

async function loadFile({ sql }: Transaction, id: string): Promise<ArticleFile> {
  const [row] = await sql<Omit<ArticleFile, 'url'>[]>`
    select id, name, type, size::float8 as size, width, height from article_files where id = ${id}`;
  if (!row) throw new Error('A file was neither found nor stored.');
  return { ...row, url: articleFileUrl(row) };
}

/** A version 8 UUID of the bytes, so that an address stays when a folder is imported elsewhere. */
function idOf(sha256: string): string {
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}a${sha256.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
