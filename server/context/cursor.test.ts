import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor';

it('gives back what was put in', () => {
  const cursor = encodeCursor(['2026-11-23T09:00:00.123Z', 1001]);
  expect(decodeCursor(cursor, ['instant', 'number'])).toEqual(['2026-11-23T09:00:00.123Z', '1001']);
});

it.each([
  '',
  'x',
  'бесёда',
  encodeCursor(['2026-99-99T99:99:99Z', 1]),
  encodeCursor(['2026-11-23T::::Z', 1]),
  encodeCursor(['2026-11-23T09:00:00Z']),
  encodeCursor(["2026' or 1=1", 5]),
])('refuses «%s» with its code', (cursor) => {
  expect(() => decodeCursor(cursor, ['instant', 'number'])).toThrow(
    expect.objectContaining({ code: 'invalid_cursor', field: 'cursor' }),
  );
});
