import { describe, expect, it } from 'vitest';
import { revealRow, windowOf } from './window';

const list = { count: 10_000, rowHeight: 80, height: 800, margin: 5 };

describe('windowOf', () => {
  it('draws what is seen and a margin, never outside of the list', () => {
    expect(windowOf({ ...list, top: 0 })).toEqual({ from: 0, to: 15 });
    expect(windowOf({ ...list, top: 400_000 })).toEqual({ from: 4995, to: 5015 });
    expect(windowOf({ ...list, top: 799_200 })).toEqual({ from: 9985, to: 10_000 });
  });

  it('is empty for an empty list and safe when the list has shrunk under the scroll position', () => {
    expect(windowOf({ ...list, count: 0, top: 0 })).toEqual({ from: 0, to: 0 });
    expect(windowOf({ ...list, count: 3, top: 9000 })).toEqual({ from: 0, to: 3 });
  });
});

describe('revealRow', () => {
  it('scrolls no further than needed', () => {
    const view = { rowHeight: 80, top: 800, height: 800 };
    expect(revealRow({ ...view, index: 12 })).toBe(800);
    expect(revealRow({ ...view, index: 3 })).toBe(240);
    expect(revealRow({ ...view, index: 20 })).toBe(880);
  });
});
