import type { Locale, VoteReason } from '../domain/words';

/** `not_found`: nothing was shown. `refused`: something was, and did not answer. */
export const QUERY_REPORTS = ['not_found', 'refused'] as const;
export type QueryReportKind = (typeof QUERY_REPORTS)[number];

/** What several people put into the same words, the most pressing first. A person counts once a day. */
export interface QueryReportRow {
  query: string;
  locale: Locale;
  people: number;
  /** Of them: asked support anyway; said that an article did not help. */
  asked: number;
  refused: number;
  /** The latest tickets that came of it. */
  tickets: number[];
  /** What was shown most, as far as it is there still. */
  shown: { number: number; title: string; url: string }[];
  /** By which the rows stand: who asked counts three times, who refused twice, who went away once. */
  weight: number;
}

/** `GET /api/v1/kb/reports/queries?about=&from=&to=&locale=&plan=&company=`. Days as `YYYY-MM-DD`. */
export interface QueryReport {
  from: string;
  to: string;
  results: QueryReportRow[];
}

/** What happened with an article. Questions, not letters typed: a person counts once for each. */
export interface ArticleReportRow {
  number: number;
  locale: Locale;
  title: string;
  url: string;
  shown: number;
  opened: number;
  helped: number;
  refused: number;
  /** Tickets that came although it had been read, and although it had been shown and not read. */
  asked: number;
  passed: number;
  /** Votes. */
  yes: number;
  no: number;
}

/** `GET /api/v1/kb/reports/articles?from=&to=&locale=&plan=&company=`. */
export interface ArticleReport {
  from: string;
  to: string;
  results: ArticleReportRow[];
}

/** Of `GET /api/v1/tickets/{number}/searches`: what was looked for, or written, before the ticket; masked and cut. */
export interface TicketSearch {
  at: string;
  kind: 'search' | 'draft';
  query: string;
  /** Numbers of articles. */
  shown: number[];
  opened: number[];
  refused: number[];
}

/** How an article was voted on, with what readers said who answered no. */
export interface VoteReportRow {
  number: number;
  locale: Locale;
  title: string;
  url: string;
  yes: number;
  no: number;
  /** Most frequent first. */
  reasons: { reason: VoteReason; count: number }[];
  /** The latest. */
  comments: { text: string; reason: VoteReason | null; at: string }[];
}

/** `GET /api/v1/kb/reports/votes?from=&to=&locale=&plan=&company=`. */
export interface VoteReport {
  from: string;
  to: string;
  results: VoteReportRow[];
}

/** Of `GET /api/v1/kb/reports/companies`. */
export interface ReportCompany {
  id: string;
  name: string;
}
