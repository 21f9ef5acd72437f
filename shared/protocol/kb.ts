import type { Locale, ReaderRole, Visibility } from '../domain/words';

/** What agents write articles with over REST. Nothing here is for requesters. */
export interface AgentName {
  id: string;
  name: string;
}

/** What an article says in one locale. */
export interface ArticleText {
  title: string;
  /** Null in a draft: made from the title when it is published. */
  slug: string | null;
  sectionNumber: number | null;
  keywords: string[];
  routes: string[];
  visibility: Visibility;
  plans: string[];
  roles: ReaderRole[];
  author: string;
  /** Markdown. */
  body: string;
  /** The version of the other locale that this text was translated from. */
  translatedFrom: Locale | null;
  translatedVersion: number | null;
}

export interface PublishedText extends ArticleText {
  version: number;
  /** From the server's root. */
  url: string;
  /** Dates. */
  posted: string;
  updated: string;
}

/** Why a draft did not go out at its time. */
export type PublishProblem = 'incomplete' | 'slug_taken' | 'article_changed';

export interface DraftText extends ArticleText {
  state: 'draft' | 'review';
  /** Counts what was saved; a save names the one that it knows. */
  revision: number;
  /** The version that it was begun from; null: none was published. */
  baseVersion: number | null;
  review: { by: AgentName | null; at: string } | null;
  schedule: { at: string; by: AgentName | null; note: string | null } | null;
  publishProblem: PublishProblem | null;
  /** What it was made from: `ticket` is its number, `query` what somebody searched for. */
  source: { ticket?: number; query?: string } | null;
  editedBy: AgentName | null;
  editedAt: string;
}

/** How the article stands in one locale. */
export interface ArticleTranslation {
  locale: Locale;
  title: string;
  version: number | null;
  draft: DraftText['state'] | null;
  translatedFrom: Locale | null;
  translatedVersion: number | null;
}

/** `GET /api/v1/kb/articles/{number}/{locale}`; neither published nor a draft: it is not written in this locale yet. */
export interface Manuscript {
  number: number;
  locale: Locale;
  published: PublishedText | null;
  draft: DraftText | null;
  /** In every locale in which there is anything, this one too. */
  translations: ArticleTranslation[];
  place: { owner: AgentName | null; checkBy: string | null };
  /** Whether who asks may publish. */
  mayPublish: boolean;
}

/** Somebody else who has the same article open to write it: `PUT /api/v1/kb/articles/{number}/{locale}/editing`. */
export interface OtherEditor {
  name: string;
  since: string;
}

export interface VersionRow {
  version: number;
  title: string;
  publishedBy: AgentName | null;
  publishedAt: string;
  note: string | null;
}

/** `GET …/versions/{version}`. */
export interface VersionText extends VersionRow, ArticleText {
  posted: string;
  updated: string;
}

/** One locale of an article in the desk's list. */
export interface ManuscriptRow {
  number: number;
  locale: Locale;
  title: string;
  section: { number: number; title: string } | null;
  visibility: Visibility;
  /** Null: never published. */
  version: number | null;
  draft: DraftText['state'] | null;
  publishAt: string | null;
  owner: AgentName | null;
  checkBy: string | null;
  /** When anything about it was saved or published, and by whom. */
  changedAt: string;
  changedBy: AgentName | null;
}

/** What a `draft_conflict` carries: the stored draft, null when it was discarded or published. */
export interface DraftConflict {
  draft: DraftText | null;
  version: number | null;
}
