import type { Locale } from '../domain/words';

/** Where a knowledge base comes from: Markdown and HTML files, or saved answers of another help centre. */
export const IMPORT_SOURCES = ['folder', 'zendesk', 'helpscout', 'kayako'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** Bounds of what is taken in at once. Bytes unless said. */
export const IMPORT_LIMITS = {
  files: 200,
  upload: 100 * 1024 * 1024,
  unpacked: 500 * 1024 * 1024,
  entries: 20_000,
} as const;

/** Why a file is not taken in at all, in `details.fault` of the refusal. */
export type ImportFault =
  | 'not_zip'
  | 'broken_zip'
  | 'encrypted'
  | 'unsafe_path'
  | 'link'
  | 'too_many_entries'
  | 'too_large'
  | 'no_articles'
  | 'unknown_source';

/** `skipped`: did not go in; otherwise it did, and differs. `line` and `id` where they are known. */
export interface ImportRemark {
  file: string;
  line: number | null;
  id: string | null;
  reason: string;
  skipped: boolean;
}

/** `conflict`: changed there, and here too; it stays as it is here. A `draft` is not published. */
export interface TransferredArticle {
  number: number;
  locale: Locale;
  title: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'skipped';
  draft: boolean;
}

/** `POST /api/v1/kb/import`. Articles count once in each language. */
export interface TransferReport {
  /** What was asked for, or found out. */
  from: ImportSource;
  dryRun: boolean;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  redirects: number;
  files: number;
  /** That are new or changed. */
  snippets: number;
  /** What changes first; the number of what is new is settled only when it is stored. */
  articles: TransferredArticle[];
  /** Articles beyond those that are listed. */
  moreArticles: number;
  remarks: ImportRemark[];
  /** Remarks beyond those that are listed. */
  more: number;
}
