import type { RatingScore } from '../domain/words';

export const RATING_GROUPS = ['agent', 'team', 'company', 'week', 'month'] as const;
export type RatingGroup = (typeof RATING_GROUPS)[number];

/** `share`: of the good ones among those who said, 0 to 1; null: nobody has. */
export interface RatingCount {
  good: number;
  bad: number;
  /** Were asked, and would not say. */
  declined: number;
  share: number | null;
}

/** `GET /api/v1/ratings/report?from=&to=&by=`. Days as `YYYY-MM-DD`. */
export interface RatingReport {
  from: string;
  to: string;
  total: RatingCount;
  /** `key`: an id, or the first day of a week or month; null: nobody's. `name` is null for times. */
  results: ({ key: string | null; name: string | null } & RatingCount)[];
}

/** A row of `GET /api/v1/ratings`. */
export interface RatedTicket {
  ticket: { number: number; subject: string };
  score: RatingScore;
  comment: string;
  at: string;
  requester: string;
  company: string;
  agent: string | null;
}
