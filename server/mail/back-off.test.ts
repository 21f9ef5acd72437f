import { expect, it } from 'vitest';
import { backOff } from './back-off';

it('doubles from 30 s to an hour', () => {
  const pauses = [1, 2, 3, 7, 8, 12].map((attempt) => backOff(attempt, 0.5));
  expect(pauses).toEqual([30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000]);
});

it('is spread by a quarter to both sides', () => {
  expect([backOff(1, 0), backOff(1, 1)]).toEqual([22_500, 37_500]);
});
