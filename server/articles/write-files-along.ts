import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { filesInText } from '@beseda/shared/domain/article-file-url';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { replaceAddresses } from './file-addresses';

interface Row {
  id: string;
  name: string;
  sha256: string;
}

const OWN = /^\/help\/files\/([0-9a-f-]{36})\//;

/** Writes the files of these articles to `FOLDER/files/{id}/{name}`; gives the texts with relative addresses to them. `up`: from
 * their files to the folder. */
export async function writeFilesAlong<T extends { body: string }>(
  { database, files }: Pick<Services, 'database' | 'files'>,
  folder: string,
  { texts: articles, up }: { texts: readonly T[]; up: string },
): Promise<T[]> {
  const ids = [...new Set(articles.flatMap(({ body }) => filesInText(body)))];
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Row[]>`select id, name, sha256 from article_files where id = any(${ids}::uuid[])`,
  );
  const addresses = new Map<string, string>();
  for (const { id, name, sha256 } of rows) {
    const stored = await files.find(sha256, 'original');
    if (!stored) continue;
    await mkdir(join(folder, 'files', id), { recursive: true });
    await pipeline(await stored.read(), createWriteStream(join(folder, 'files', id, name)));
    addresses.set(
      id,
      `${up}files/${id}/${encodeURIComponent(name).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    );
  }
  return articles.map((article) => {
    const body = replaceAddresses(
      article.body,
      (address) => addresses.get(OWN.exec(address)?.[1] ?? '') ?? address,
    );
    return { ...article, body };
  });
}
