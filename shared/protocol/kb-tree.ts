import type { Locale, ReaderRole, Visibility } from '../domain/words';

/** For whom something is; no plans and no roles: for everybody whom `visibility` lets in. */
export interface KbRule {
  visibility: Visibility;
  plans: string[];
  roles: ReaderRole[];
}

/** What a category or section is called in a locale. */
export interface KbHeading {
  title: string;
  /** What it is about, in a sentence or two; '' for none. */
  lead: string;
  /** From the server's root. */
  url: string;
}

export interface KbCategory extends KbRule {
  number: number;
  texts: Partial<Record<Locale, KbHeading>>;
}

export interface KbSection extends KbRule {
  number: number;
  category: number | null;
  /** Pages of the host application that its articles are about. */
  routes: string[];
  texts: Partial<Record<Locale, KbHeading>>;
}

/** An article in one locale. `url` null: it is not published. */
export interface KbText {
  title: string;
  url: string | null;
  draft: 'draft' | 'review' | null;
}

export interface KbArticle extends KbRule {
  number: number;
  /** Null: a draft that has no section yet. */
  section: number | null;
  owner: string | null;
  /** A date. */
  checkBy: string | null;
  texts: Partial<Record<Locale, KbText>>;
}

/** `GET /api/v1/kb/tree`: everything in its order, drafts included. */
export interface KbTree {
  categories: KbCategory[];
  sections: KbSection[];
  articles: KbArticle[];
  plans: { key: string; nameRu: string; nameEn: string }[];
}

/** What articles have in common that are changed together. What is left out stays. */
export interface KbArticleChange extends Partial<KbRule> {
  numbers: number[];
  section?: number;
  owner?: string | null;
  checkBy?: string | null;
}
