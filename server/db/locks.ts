/** Advisory locks of the install, in one place: two of the same number would hold each other off. */
export const LOCKS = {
  /** Any two servers take it in turn. */
  migration: 7_310_001,
  /** Servers of one install hold it as long as they run: alone, or shared when they can reach each other through Redis. */
  install: 7_310_002,
  /** Imports take turns, so that two at once agree on the next free number. */
  importing: 7_310_003,
  /** One node at a time gives tickets away: agents' loads are counted once for all. */
  routing: 7_310_005,
} as const;
