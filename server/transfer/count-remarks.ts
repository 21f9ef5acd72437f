import type {
  ImportRemark,
  TransferReport,
  TransferredArticle,
} from '@beseda/shared/protocol/article-transfer';

const MOST = 1_000;

/** The first ones, what did not go in before the rest, and how many more there are. */
export function countRemarks(remarks: readonly ImportRemark[]): { remarks: ImportRemark[]; more: number } {
  const sorted = [...remarks.filter(({ skipped }) => skipped), ...remarks.filter(({ skipped }) => !skipped)];
  return { remarks: sorted.slice(0, MOST), more: Math.max(0, sorted.length - MOST) };
}

const ORDER: readonly TransferredArticle['outcome'][] = [
  'skipped',
  'conflict',
  'created',
  'updated',
  'unchanged',
];

/** The same of articles: what is as it was comes last. */
export function listArticles(
  rows: readonly TransferredArticle[],
): Pick<TransferReport, 'articles' | 'moreArticles'> {
  const sorted = ORDER.flatMap((wanted) => rows.filter(({ outcome }) => outcome === wanted));
  return { articles: sorted.slice(0, MOST), moreArticles: Math.max(0, sorted.length - MOST) };
}
