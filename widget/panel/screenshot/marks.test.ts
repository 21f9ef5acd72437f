import { describe, expect, it } from 'vitest';
import { areaOf, clamp, isMark, moveByKey, strokeInMiddle, viewOf } from './marks';

const view = { x: 0, y: 0, width: 400, height: 200 };

describe('marks on a picture', () => {
  it('have the same area whichever way they were drawn, in whole pixels outwards', () => {
    const area = { x: 10, y: 20, width: 31, height: 11 };
    expect(areaOf({ x1: 10.4, y1: 20.9, x2: 40.2, y2: 30.1 })).toEqual(area);
    expect(areaOf({ x1: 40.2, y1: 30.1, x2: 10.4, y2: 20.9 })).toEqual(area);
  });

  it('are none when they are mere clicks; a flat arrow is one, a flat crop is not', () => {
    const flat = { x1: 10, y1: 10, x2: 60, y2: 10 };
    expect(isMark({ ...flat, x2: 11, tool: 'arrow' })).toBe(false);
    expect(isMark({ ...flat, tool: 'arrow' })).toBe(true);
    expect(isMark({ ...flat, tool: 'crop' })).toBe(false);
    expect(isMark({ ...flat, tool: 'blur' })).toBe(false);
  });

  it('show what the last crop has left, and without it the whole', () => {
    const crop = { tool: 'crop', x1: 0, y1: 0, x2: 100, y2: 50 } as const;
    expect(viewOf([], 400, 200)).toEqual(view);
    expect(viewOf([crop, { ...crop, x1: 20 }, { ...crop, tool: 'box' }], 400, 200)).toEqual({
      x: 20,
      y: 0,
      width: 80,
      height: 50,
    });
  });

  it('stay inside, and move by keys', () => {
    expect(clamp({ x1: -5, y1: 10, x2: 500, y2: 300 }, view)).toEqual({ x1: 0, y1: 10, x2: 400, y2: 200 });
    const stroke = strokeInMiddle({ ...view, width: 300, height: 300 });
    expect(stroke).toEqual({ x1: 100, y1: 100, x2: 200, y2: 200 });
    const wide = { x: 0, y: 0, width: 400, height: 400 };
    expect(moveByKey(stroke, 'ArrowRight', false, wide)).toEqual({ ...stroke, x1: 110, x2: 210 });
    expect(moveByKey(stroke, 'ArrowUp', true, wide)).toEqual({ ...stroke, y2: 190 });
    expect(moveByKey(stroke, 'Tab', false, wide)).toBeNull();
  });
});
