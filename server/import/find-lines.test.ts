import { expect, it } from 'vitest';
import { findLines } from './find-lines';

it('finds where each object begins, whatever stands in its texts', () => {
  const text = '[\n {"a": "}{\\"[", "b": [1]},\n\n {"a": {"c": 1}}, {"a": 2}\n]';
  expect(findLines(text)).toEqual([2, 4, 4]);
});
