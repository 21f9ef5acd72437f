import { expect, it } from 'vitest';
import { LOCKS } from './locks';

it('no two locks of the install are the same: one held by a running server would stop the other’s work for good', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});
