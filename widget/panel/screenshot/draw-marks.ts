import { type Area, areaOf, type Mark, type Stroke } from './marks';

const COLOUR = '#e5322d';
const GRAIN = 12;

type Context = CanvasRenderingContext2D;

/** Draws what is seen of the picture, with its marks in their order. `pending`: one that is being drawn. */
export function drawMarks(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  view: Area,
  marks: readonly Mark[],
  pending?: Mark | null,
): void {
  canvas.width = view.width;
  canvas.height = view.height;
  const context = canvas.getContext('2d') as Context;
  context.translate(-view.x, -view.y);
  context.drawImage(picture, 0, 0);
  context.lineWidth = Math.max(2, Math.round(Math.max(view.width, view.height) / 300));
  context.strokeStyle = context.fillStyle = COLOUR;
  for (const mark of pending ? [...marks, pending] : marks) {
    if (mark.tool === 'blur') hide(context, areaOf(mark));
    else if (mark.tool === 'box') outline(context, areaOf(mark));
    else if (mark.tool === 'arrow') arrow(context, mark);
    else if (mark === pending) shade(context, areaOf(mark), view);
  }
}

function outline(context: Context, { x, y, width, height }: Area): void {
  context.strokeRect(x, y, width, height);
}

function arrow(context: Context, { x1, y1, x2, y2 }: Stroke): void {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const size = context.lineWidth * 5;
  const corner = (turn: number) =>
    [x2 - size * Math.cos(angle + turn), y2 - size * Math.sin(angle + turn)] as const;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2 - (size / 2) * Math.cos(angle), y2 - (size / 2) * Math.sin(angle));
  context.stroke();
  context.beginPath();
  context.moveTo(x2, y2);
  context.lineTo(...corner(0.45));
  context.lineTo(...corner(-0.45));
  context.fill();
}

/** What a crop would take away. */
function shade(context: Context, { x, y, width, height }: Area, view: Area): void {
  context.save();
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  context.beginPath();
  context.rect(view.x, view.y, view.width, view.height);
  context.rect(x, y, width, height);
  context.fill('evenodd');
  context.restore();
}

/** Grain that knows nothing of what it covers but where it is: no blur of real pixels, which could be undone. */
function hide(context: Context, { x, y, width, height }: Area): void {
  context.save();
  for (let top = 0; top < height; top += GRAIN) {
    for (let left = 0; left < width; left += GRAIN) {
      context.fillStyle = `hsl(220 6% ${48 + (((left * 31 + top * 57) / GRAIN) % 17)}%)`;
      const w = Math.min(GRAIN, width - left);
      context.fillRect(x + left, y + top, w, Math.min(GRAIN, height - top));
    }
  }
  context.restore();
}
