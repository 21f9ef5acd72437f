/** How a word of the articles came to stand for a word of a query. */
export const WORD_READINGS = ['same', 'kin', 'completion', 'repair', 'synonym'] as const;
export type WordReadingKind = (typeof WORD_READINGS)[number];

export const MATCHED_FIELDS = ['title', 'headings', 'keywords', 'body'] as const;
export type MatchedField = (typeof MATCHED_FIELDS)[number];

/** What decides between articles that fit a query alike. */
export const STANDING_PARTS = ['votes', 'clicks', 'freshness'] as const;
export type StandingPart = (typeof STANDING_PARTS)[number];

/** What gives an article its points. */
export const SCORE_PARTS = [
  'frequency',
  'coverage',
  'title',
  'titleFit',
  'heading',
  'keywords',
  'identity',
  'opening',
  'passage',
  'phrase',
  'density',
  'route',
  ...STANDING_PARTS,
] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** Why suggestions are shown (`sure`, `by_title`) or not. */
export const VERDICTS = ['sure', 'by_title', 'unsure', 'nothing', 'small_talk', 'stop_words'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What makes the search more or less sure that it answers. */
export const VERDICT_SIGNS = [
  'base',
  'unknown',
  'passage',
  'titleFit',
  'phrase',
  'frequency',
  'opening',
  'few',
  'margin',
  'onRoute',
] as const;
export type VerdictSign = (typeof VERDICT_SIGNS)[number];

export interface ExplainedWord {
  form: string;
  /** Carries the sentence and not its subject, so that it hardly counts. */
  stop: boolean;
  /** How much it tells one article from another. */
  weight: number;
  /** Typed in Latin letters, read as a Russian word. */
  romanised: boolean;
  /** What it was taken for when the articles do not have it. */
  spelling: string | null;
  /** The words that were looked for in its place, the best first; `fit` 0…1. Empty: no article has any. */
  readings: { word: string; kind: WordReadingKind; fit: number }[];
}

export interface ExplainedArticle {
  number: number;
  title: string;
  url: string;
  score: number;
  /** Set before all others by a rule. */
  pinned: boolean;
  onRoute: boolean;
  /** Good enough to be suggested beside the best one. */
  suggested: boolean;
  /** Where each word of the query stands in it. */
  matches: { form: string; fields: MatchedField[] }[];
  /** `share` 0…1 of the most that there is to have, below 0 for `votes` and `clicks` that speak against it; the points make up the score. */
  parts: { part: ScorePart; share: number; points: number }[];
}

/** `GET /api/v1/kb/explain`. */
export interface SearchExplanation {
  /** The query as it was read, after repair of the keyboard layout; `layout`: whether that was necessary. */
  understood: string;
  layout: boolean;
  words: ExplainedWord[];
  gate: {
    shown: boolean;
    verdict: Verdict;
    /** Log-odds that the ranking answers; null: there is none. `least`: from where on it is shown. */
    odds: number | null;
    least: number;
    signs: { sign: VerdictSign; odds: number }[];
  };
  articles: ExplainedArticle[];
}
