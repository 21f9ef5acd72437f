import type { Postings } from './postings';
import type { CompiledRules } from './search-rules';
import type { Vocabulary } from './vocabulary';

export type IndexLocale = 'ru' | 'en';

/** What the index knows of an article. `body` is plain text (`read-markdown.ts`), `routes` may contain `*`. */
export type IndexedArticle = {
  readonly number: number;
  readonly locale: IndexLocale;
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly headings: readonly string[];
  readonly body: string;
  readonly keywords: readonly string[];
  readonly routes: readonly string[];
  readonly updated?: string;
};

/** An article as ids of terms, in reading order, so that candidates can be measured without reading text. */
export type ArticleTerms = {
  readonly title: Int32Array;
  /** Headings, each followed by -1. */
  readonly headings: Int32Array;
  /** Keywords and the section's name, each followed by -1. */
  readonly keywords: Int32Array;
  readonly body: Int32Array;
  /** UTF-16 offset and length of each word of the body. */
  readonly bodyStarts: Uint16Array | Uint32Array;
  readonly bodyLengths: Uint8Array;
  /** Every form in it, each once. */
  readonly forms: Uint32Array;
  /** Every term in it, each once, and how much it says of the article, 0…255. */
  readonly own: Uint32Array;
  readonly impacts: Uint8Array;
};

/**
 * All articles of a locale, whoever may read them; asked through a view (`open-view.ts`). Built by `buildArticleIndex`.
 * A change of articles builds another, which may share the vocabulary: that only ever grows, and a view does not see it grow.
 */
export type ArticleIndex = {
  readonly locale: IndexLocale;
  readonly articles: readonly IndexedArticle[];
  readonly terms: readonly ArticleTerms[];
  /** By article number. */
  readonly positions: ReadonlyMap<number, number>;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  /** Number of forms when the vocabulary was begun. */
  readonly firstForms: number;
  /** How often the build gave way to other work. */
  readonly slices: number;
};

/** What some readers may read of an index. To a view nothing else exists: no article, no word, no spelling of one. */
export type IndexView = {
  readonly index: ArticleIndex;
  readonly rules: CompiledRules;
  /** 1 for the position of each readable article. */
  readonly readable: Uint8Array;
  /** Number of readable articles. */
  readonly total: number;
  readonly averageBodyLength: number;
  /** Number of readable articles with each term, and with each form. */
  readonly termCounts: Uint32Array;
  readonly formCounts: Uint32Array;
  /** Pairs of neighbouring letters in readable words. */
  readonly letterPairs: ReadonlySet<string>;
  /** Whether any of them is Russian. */
  readonly russian: boolean;
};

/** Half-open range [start, end) of UTF-16 offsets. */
export type Mark = readonly [start: number, end: number];
