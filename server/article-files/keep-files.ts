import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../context/refusal';
import { foreseeArticleFile, storeArticleFile } from './store-article-file';

export interface KeptFiles {
  /** Addresses here, by paths. */
  urls: ReadonlyMap<string, string>;
  /** Why a file was not taken, by its path. */
  refused: ReadonlyMap<string, string>;
}

/** Takes files that come along with articles in, each once. `dryRun`: says what would become of them. */
export async function keepFiles(
  services: Parameters<typeof storeArticleFile>[0],
  paths: readonly string[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<KeptFiles> {
  const urls = new Map<string, string>();
  const refused = new Map<string, string>();
  for (const path of new Set(paths)) {
    const name = basename(path);
    try {
      const file = dryRun
        ? await foreseeArticleFile(services, { path, name })
        : await storeArticleFile(services, { name, source: createReadStream(path), uploadedBy: null });
      urls.set(path, file.url);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(path, error.message);
    }
  }
  return { urls, refused };
}
