import type { OutsideVerdict } from '@beseda/shared/protocol/kb-checks';

/** A status, or why there is none. */
export type Heard = number | 'bad_address' | 'not_public' | 'too_many_redirects' | 'timeout' | 'unreached';

const GONE: ReadonlySet<number> = new Set([404, 410]);
/** What sites tell programs that they show to people, and that come too often. */
const UNCLEAR: ReadonlySet<number> = new Set([401, 403, 405, 406, 407, 429, 451, 999]);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A site may be down for a moment; twice in a row, an hour apart, is worth telling. */
const TELLING = 2;

/** What an answer means after so many failures in a row before it. */
export function judgeAnswer(
  heard: Heard,
  before: number,
): { verdict: OutsideVerdict; failures: number; pauseMs: number } {
  if (heard === 'not_public' || heard === 'bad_address')
    return { verdict: 'closed', failures: 0, pauseMs: 7 * DAY_MS };
  const status = typeof heard === 'number' ? heard : 0;
  if (status >= 200 && status < 400) return { verdict: 'there', failures: 0, pauseMs: 7 * DAY_MS };
  if (UNCLEAR.has(status)) return { verdict: 'unclear', failures: 0, pauseMs: 7 * DAY_MS };
  const failures = before + 1;
  if (GONE.has(status)) return { verdict: 'gone', failures, pauseMs: DAY_MS };
  return failures < TELLING
    ? { verdict: 'waiting', failures, pauseMs: HOUR_MS }
    : { verdict: 'failing', failures, pauseMs: DAY_MS };
}
