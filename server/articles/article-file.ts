import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';

/** The keys of an article file's front matter, in the order in which an export writes them. */
export const FRONT_MATTER_KEYS = [
  'number',
  'slug',
  'locale',
  'title',
  'category',
  'section',
  'keywords',
  'routes',
  'author',
  'posted',
  'updated',
  'visibility',
  'plans',
  'roles',
] as const;
/** And what makes a file a draft. */
export const FILE_KEYS = [...FRONT_MATTER_KEYS, 'state'] as const;
export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];
export type FileKey = (typeof FILE_KEYS)[number];

/** What a front matter says; what it leaves out is undefined. Dates are `YYYY-MM-DD`. */
export interface FrontMatter {
  number?: number;
  slug?: string;
  locale?: Locale;
  title?: string;
  category?: string;
  section?: string;
  keywords?: string[];
  routes?: string[];
  author?: string;
  posted?: string;
  updated?: string;
  visibility?: Visibility;
  plans?: string[];
  roles?: ReaderRole[];
  /** Not published: being written, or waiting for a review. */
  state?: 'draft' | 'review';
}

/** What is wrong with a file. `file` is its path in the folder, `line` counts from 1. */
export interface FileProblem {
  file: string;
  line: number;
  reason: string;
}

/** An article as its file gives it, before numbers, sections and dates that it leaves out are settled. */
export interface ArticleDraft {
  file: string;
  /** The line of each key that is given. */
  lines: ReadonlyMap<string, number>;
  given: FrontMatter;
  locale: Locale;
  slug: string;
  title: string;
  section: string;
  body: string;
  /** Date of the file's last change. */
  modified: string;
}

/** Everything that an article's file holds: what is imported and what is exported. */
export interface Article {
  number: number;
  slug: string;
  locale: Locale;
  title: string;
  /** Of its section; null: the section is in none, or in one without a title in this locale. */
  category: string | null;
  section: string;
  keywords: string[];
  routes: string[];
  author: string;
  posted: string;
  updated: string;
  visibility: Visibility;
  /** Keys of plans, and roles, that alone read it; empty: all that `visibility` lets in. */
  plans: string[];
  roles: ReaderRole[];
  /** Markdown, lines ended by \n, without blank lines at its ends. */
  body: string;
}

/** Bytes. */
export const MAX_FILE_SIZE = 1024 * 1024;
