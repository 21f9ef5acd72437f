import type { TransferReport } from '@beseda/shared/protocol/article-transfer';
import { keepFiles } from '../article-files/keep-files';
import { importArticles } from '../articles/import-articles';
import type { Services } from '../context/context';
import { countRemarks } from './count-remarks';
import { importFault } from './unpack-zip';

export async function bringFolder(
  services: Services,
  folder: string,
  { dryRun }: { dryRun: boolean },
): Promise<TransferReport> {
  let files = 0;
  const { created, updated, unchanged, bad, missing } = await importArticles(services, folder, {
    dryRun,
    keep: async (paths) => {
      const kept = await keepFiles(services, paths, { dryRun });
      files = kept.urls.size;
      return kept;
    },
  });
  if (created + updated + unchanged + bad.length === 0) {
    throw importFault('no_articles', 'There is no article in the archive.');
  }
  const remarks = [
    ...bad.map((one) => ({ ...one, id: null, skipped: true })),
    ...missing.map((one) => ({ ...one, id: null, skipped: false })),
  ];
  return {
    dryRun,
    created,
    updated,
    unchanged,
    skipped: new Set(bad.map(({ file }) => file)).size,
    redirects: 0,
    files,
    ...countRemarks(remarks),
  };
}
