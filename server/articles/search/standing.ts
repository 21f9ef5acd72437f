import type { StandingPart } from '@beseda/shared/protocol/search-explanation';
import type { Popularity } from '../../searches/load-popularity';

/** What people made of an article, −1…1, and how new it is, 0…1. */
export type Standing = Readonly<Record<StandingPart, number>>;

/**
 * What a standing is worth at the most: it decides between articles that fit alike. Two can be 0.14 apart by it; one whose text
 * fits better by more stays before the other, whatever people did.
 */
export const STANDING_POINTS: Standing = { votes: 0.04, clicks: 0.02, freshness: 0.02 };

export const UNKNOWN: Standing = { votes: 0, clicks: 0, freshness: 0 };

/** So many count for nothing yet: a few people are no opinion. */
const FEW_VOTES = 5;
const FEW_SHOWN = 20;
const HALF_LIFE_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** `updated` is `YYYY-MM-DD`; `now` in milliseconds. */
export function findStanding(
  popularity: Popularity | undefined,
  updated: string | undefined,
  now: number,
): Standing {
  const { shown, opened, helped, notHelped, refused } = popularity ?? NOBODY;
  const age = updated === undefined ? Number.POSITIVE_INFINITY : (now - Date.parse(updated)) / DAY_MS;
  return {
    votes: (helped - notHelped) / (helped + notHelped + FEW_VOTES),
    clicks: bound((opened - refused) / (shown + FEW_SHOWN)),
    freshness: 0.5 ** (Math.max(0, age) / HALF_LIFE_DAYS),
  };
}

const NOBODY: Popularity = { shown: 0, opened: 0, helped: 0, notHelped: 0, refused: 0 };

function bound(share: number): number {
  return Math.max(-1, Math.min(1, share));
}
