const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;

/**
 * Milliseconds to wait after failed attempt number `attempts` (from 1): 30 s, doubled each time, at most an hour, give or
 * take a quarter so that mails do not come back all at once. `random` from 0 to 1.
 */
export function backOff(attempts: number, random: number): number {
  const pause = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return Math.round(pause * (0.75 + random / 2));
}
