import type { Locale } from '../domain/words';
import type { AgentName } from './kb';

export const CHECK_KINDS = ['stale', 'review', 'behind', 'untranslated', 'links'] as const;
/** Why an article wants to be looked at. */
export type CheckKind = (typeof CHECK_KINDS)[number];

export const LINK_PROBLEMS = ['missing', 'unpublished', 'narrower', 'anchor', 'file'] as const;

/** An address in a text that leads nowhere, or not for everybody who reads the text. */
export interface LinkProblem {
  kind: (typeof LINK_PROBLEMS)[number];
  /** As the text has it. */
  address: string;
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
  /** Of `links` alone, never empty there. */
  problems: LinkProblem[];
}

/** `GET /api/v1/kb/checks`: one page of one kind, and how many there are of each, of this owner. */
export interface CheckList {
  counts: Record<CheckKind, number>;
  results: CheckRow[];
  next: string | null;
}
