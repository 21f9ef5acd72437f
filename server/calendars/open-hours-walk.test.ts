import { expect, it } from 'vitest';
import { compareOpenHours } from '../testing/compare-open-hours';

/** `HOURS_SEED=… npx vitest run server/calendars` sees a difference again. */
const seed = Number(process.env['HOURS_SEED'] ?? Date.now() % 2 ** 32);

it('1,000 random calendars give what a walk from minute to minute gives', () => {
  console.log(`Random calendars of seed ${seed}`);
  expect(compareOpenHours(seed, 1_000)).toBeNull();
});
