const DAY_MS = 24 * 60 * 60_000;

/** What was needed longer ago says nothing about the page as it is. */
export const NEED_DAYS = 90;

/** The day of this instant, or so many days before. */
export function dayOf(now: number, before = 0): string {
  return new Date(now - before * DAY_MS).toISOString().slice(0, 10);
}
