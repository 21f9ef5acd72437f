import type { Locale } from '../domain/words';

/** A file of the knowledge base, as agents see it. */
export interface ArticleFile {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  /** In pixels; null: not a picture. */
  width: number | null;
  height: number | null;
  /** What stands in an article's text. */
  url: string;
}

/** `uses`: in how many articles, drafts, versions and snippets it stands. */
export interface ArticleFileRow extends ArticleFile {
  createdAt: string;
  uploadedBy: { id: string; name: string } | null;
  uses: number;
}

/** `POST /api/v1/kb/pictures`: what has become of a picture of another site. `url`: the file here; null: it stays there. */
export interface TakenPicture {
  address: string;
  url: string | null;
  reason: string | null;
}

/** Where something of the knowledge base stands. */
export interface ArticleUse {
  number: number;
  locale: Locale;
  title: string;
  /** Whether it is only in what is being written. */
  draft: boolean;
}

export interface Snippet {
  id: string;
  /** What articles refer to it by. */
  key: string;
  locale: Locale;
  title: string;
  body: string;
  updatedAt: string;
  updatedBy: { id: string; name: string } | null;
  usedBy: ArticleUse[];
}

export interface SnippetFields {
  locale: Locale;
  title: string;
  body: string;
}
