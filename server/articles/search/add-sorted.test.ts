import { expect, it } from 'vitest';
import { addSorted } from './add-sorted';
import { startPace } from './keep-pace';

it('keeps the order of code units, however the words come', async () => {
  const words = Array.from({ length: 3_001 }, (_, i) => ((i * 7_919) % 10_007).toString(36));
  const pace = startPace();
  const half = await addSorted([], words.slice(0, 1_700), pace);
  expect(await addSorted(half, words.slice(1_700), pace)).toEqual(words.toSorted());
  expect(await addSorted(half, [], pace)).toEqual(half);
  expect(pace.slices).toBeGreaterThan(2);
});
