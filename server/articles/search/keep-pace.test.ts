import { expect, it } from 'vitest';
import { mapInSlices } from './keep-pace';

it('gives way to other work again and again in a long list', async () => {
  let turns = 0;
  let timer = setImmediate(function count() {
    turns++;
    timer = setImmediate(count);
  });
  const items = Array.from({ length: 1_000 }, (_, at) => at);
  expect(await mapInSlices(items, (item) => item * 2)).toEqual(items.map((item) => item * 2));
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(20);
});
