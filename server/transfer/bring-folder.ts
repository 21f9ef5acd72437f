import type { TransferReport } from '@beseda/shared/protocol/article-transfer';
import { type Fetching, fetchPictures } from '../article-files/fetch-pictures';
import { keepFiles } from '../article-files/keep-files';
import { importArticles } from '../articles/import-articles';
import type { Services } from '../context/context';
import { countRemarks, listArticles } from './count-remarks';
import { importFault } from './unpack-zip';

export interface Bringing {
  dryRun: boolean;
  /** The agent who brings it. */
  by: string | null;
  fetching: Fetching;
}

export async function bringFolder(
  services: Services,
  folder: string,
  { dryRun, by, fetching }: Bringing,
): Promise<TransferReport> {
  let files = 0;
  const { created, updated, unchanged, rows, snippets, bad, missing } = await importArticles(
    services,
    folder,
    {
      dryRun,
      by,
      keep: async (paths) => {
        const kept = await keepFiles(services, paths, { dryRun });
        files += kept.urls.size;
        return kept;
      },
      fetch: async (addresses) => {
        const fetched = await fetchPictures(services, addresses, fetching);
        files += fetched.urls.size;
        return fetched;
      },
    },
  );
  if (rows.length + snippets + bad.length === 0) {
    throw importFault('no_articles', 'There is no article in these files.');
  }
  const remarks = [
    ...bad.map((one) => ({ ...one, id: null, skipped: true })),
    ...missing.map((one) => ({ ...one, id: null, skipped: false })),
  ];
  return {
    from: 'folder',
    dryRun,
    created,
    updated,
    unchanged,
    skipped: new Set(bad.map(({ file }) => file)).size,
    redirects: 0,
    files,
    snippets,
    ...listArticles(rows),
    ...countRemarks(remarks),
  };
}
