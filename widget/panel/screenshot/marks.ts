export const TOOLS = ['arrow', 'box', 'blur', 'crop'] as const;
export type Tool = (typeof TOOLS)[number];

/** From one corner, or end, to the other; pixels of the picture. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}
export type Mark = Stroke & { tool: Tool };

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const SMALLEST = 4;

/** The area of a stroke, whichever way it was drawn, within whole pixels. */
export function areaOf({ x1, y1, x2, y2 }: Stroke): Area {
  const x = Math.floor(Math.min(x1, x2));
  const y = Math.floor(Math.min(y1, y2));
  return { x, y, width: Math.ceil(Math.max(x1, x2)) - x, height: Math.ceil(Math.max(y1, y2)) - y };
}

/** A click is no mark. */
export function isMark({ tool, ...stroke }: Mark): boolean {
  const { width, height } = areaOf(stroke);
  return tool === 'arrow' || tool === 'box'
    ? Math.max(width, height) >= SMALLEST
    : Math.min(width, height) >= SMALLEST;
}

/** What is shown and attached: the whole picture, or the last crop. */
export function viewOf(marks: readonly Mark[], width: number, height: number): Area {
  const crop = marks.findLast(({ tool }) => tool === 'crop');
  return crop ? areaOf(crop) : { x: 0, y: 0, width, height };
}

/** Keeps a stroke inside an area. */
export function clamp({ x1, y1, x2, y2 }: Stroke, { x, y, width, height }: Area): Stroke {
  const inX = (value: number) => Math.min(Math.max(value, x), x + width);
  const inY = (value: number) => Math.min(Math.max(value, y), y + height);
  return { x1: inX(x1), y1: inY(y1), x2: inX(x2), y2: inY(y2) };
}

const STEP = 40;
const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A stroke to begin with when there is no pointer: in the middle, a third of what is seen. */
export const strokeInMiddle = ({ x, y, width, height }: Area): Stroke => ({
  x1: x + width / 3,
  y1: y + height / 3,
  x2: x + (2 * width) / 3,
  y2: y + (2 * height) / 3,
});

/** Arrows move a stroke, with Shift its end; null for other keys. A step is a fortieth of what is seen. */
export function moveByKey(stroke: Stroke, key: string, shift: boolean, view: Area): Stroke | null {
  const by = KEYS[key];
  if (!by) return null;
  const step = Math.max(view.width, view.height) / STEP;
  const [dx, dy] = [by[0] * step, by[1] * step];
  const from = shift ? { x1: stroke.x1, y1: stroke.y1 } : { x1: stroke.x1 + dx, y1: stroke.y1 + dy };
  return clamp({ ...from, x2: stroke.x2 + dx, y2: stroke.y2 + dy }, view);
}
