import { expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter';

it('refuses what is too much, by key, and fills again evenly', () => {
  const limiter = new RateLimiter();
  const taken = (key: string, now: number) => limiter.take(key, 2, now);
  expect([taken('a', 0), taken('a', 0), taken('a', 0), taken('b', 0)]).toEqual([true, true, false, true]);
  expect(limiter.isSpent('a', 2, 0)).toBe(true);
  expect([taken('a', 30_000), taken('a', 30_000)]).toEqual([true, false]);
});

it('knows nothing more of a key that was quiet for a minute, as its bucket is full', () => {
  const limiter = new RateLimiter();
  limiter.take('a', 1, 0);
  limiter.take('b', 1, 70_000);
  expect(limiter.isSpent('a', 1, 70_000)).toBe(false);
  expect(limiter.take('a', 1, 70_000)).toBe(true);
});
