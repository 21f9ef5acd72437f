import type { Locale } from '../domain/words';
import type { AgentName } from './kb';

export const CHECK_KINDS = ['stale', 'review', 'behind', 'untranslated', 'links', 'pictures'] as const;
/** Why an article wants to be looked at. */
export type CheckKind = (typeof CHECK_KINDS)[number];

/**
 * What other sites have said of an address: `closed` is none that a server of the internet may open, `unclear` a refusal
 * that may be meant for programs alone.
 */
export type OutsideVerdict = 'waiting' | 'there' | 'unclear' | OutsideProblem;
export type OutsideProblem = (typeof OUTSIDE_PROBLEMS)[number];
const OUTSIDE_PROBLEMS = ['gone', 'failing', 'closed'] as const;

export const LINK_PROBLEMS = [
  'missing',
  'unpublished',
  'narrower',
  'anchor',
  'file',
  ...OUTSIDE_PROBLEMS,
  'remote',
  'undescribed',
] as const;

/** An address in a text that leads nowhere, or not for everybody who reads the text; or a picture that wants something. */
export interface LinkProblem {
  kind: (typeof LINK_PROBLEMS)[number];
  /** As the text has it. */
  address: string;
  /** Of another site: what it answered last, if it did, and when. */
  status?: number | null;
  checkedAt?: string;
}

/** How far other sites have been asked. `POST /api/v1/kb/checks/outside` has them asked now and answers with it. */
export interface OutsideSummary {
  /** The setting `kb.outside_links`. */
  on: boolean;
  addresses: number;
  /** Not asked yet, or to be asked again now. */
  waiting: number;
  checkedAt: string | null;
}

export interface CheckRow {
  number: number;
  /** The language to look at; of an `untranslated` one, the language that is missing. */
  locale: Locale;
  title: string;
  owner: AgentName | null;
  /** A date. */
  checkBy: string | null;
  /** Since when it waits: overdue or not updated, in review, the original published, published itself. */
  since: string;
  /** Of `links` and `pictures` alone, never empty there. */
  problems: LinkProblem[];
}

/** `GET /api/v1/kb/checks`: one page of one kind, and how many there are of each, of this owner. */
export interface CheckList {
  counts: Record<CheckKind, number>;
  outside: OutsideSummary;
  results: CheckRow[];
  next: string | null;
}
