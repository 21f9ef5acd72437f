import type { Locale, Visibility } from '@beseda/shared/domain/words';

export const SOURCES = ['zendesk', 'helpscout', 'kayako'] as const;
export type Source = (typeof SOURCES)[number];

/** An answer of the other system's API, as it was saved. */
export interface SavedAnswer {
  file: string;
  json: unknown;
}

/** An article of another system in one locale. */
export interface ForeignArticle {
  /** The same in all its locales. */
  id: string;
  locale: Locale;
  title: string;
  html: string;
  category: string | null;
  section: string | null;
  keywords: string[];
  author: string | null;
  /** `YYYY-MM-DD` */
  posted: string;
  updated: string;
  visibility: Visibility;
  isDraft: boolean;
  /** Where it stood: paths from the root of that site, in this locale first. */
  paths: string[];
  /** The file that says so. */
  file: string;
}

/** What cannot be as it was; `id` names an article. */
export interface ImportNote {
  file: string;
  id: string | null;
  reason: string;
}

export interface ForeignBase {
  articles: ForeignArticle[];
  notes: ImportNote[];
}
