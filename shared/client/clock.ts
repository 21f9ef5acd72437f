/** Time as an argument, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  /** Runs `fn` once after `ms`; returns the way to call it off. */
  after(ms: number, fn: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, fn) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

/** Delay before try number `attempt` (from 0): doubling from 1 s to 30 s, the upper half of it random. */
export const backoff = (attempt: number): number =>
  Math.min(30_000, 1000 * 2 ** attempt) * (0.5 + Math.random() / 2);
