import type { Viewer } from '../articles/may-read';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { ReadableFile } from '../files/read-file';
import { type ArticleFileLink, isFileLinkValid } from './sign-article-file';

export interface ReadableArticleFile extends ReadableFile {
  /** Whether anybody may read it: caches between us and the reader may keep it. */
  isPublic: boolean;
}

/**
 * A file of the knowledge base, for whoever may read an article that it stands in, for agents, and for who bears a
 * signed link. Missing and forbidden look alike: `not_found`.
 */
export async function readArticleFile(
  services: Services,
  viewer: Viewer,
  { id, thumb, link }: { id: string; thumb: boolean; link: ArticleFileLink | null },
): Promise<ReadableArticleFile> {
  const isPublic = services.articles.mayReadFile(null, id);
  const isOpen =
    isPublic ||
    viewer?.kind === 'agent' ||
    (link !== null && isFileLinkValid(services, id, link)) ||
    services.articles.mayReadFile(viewer, id);
  const row = isOpen ? await findFile(services, id) : undefined;
  const stored = row && (await services.files.find(row.sha256, thumb ? 'thumb' : 'original'));
  if (!stored) throw notFound();
  const known = { read: stored.read.bind(stored), size: stored.size, isPublic };
  if (!thumb) return { ...known, name: row.name, type: row.type, etag: `"${row.sha256}"` };
  return { ...known, name: `${row.name}.webp`, type: 'image/webp', etag: `"${row.sha256}-thumb"` };
}

async function findFile({ database }: Services, id: string) {
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ name: string; type: string; sha256: string }[]>`
      select name, type, sha256 from article_files where id = ${id}`,
  );
  return row;
}
