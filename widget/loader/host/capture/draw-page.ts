import { domToCanvas } from 'modern-screenshot';
import { finishPicture } from './finish-picture';
import { findPrivatePlaces, PRIVATE } from './private-places';

const DRAW_MS = 15_000;
const RESOURCE_MS = 4_000;

/** The window drawn anew from the document; null where a policy, or the page itself, does not let that be. */
export async function drawPage(own: Element): Promise<HTMLCanvasElement | null> {
  const places = findPrivatePlaces();
  const tooLong = new Promise<null>((resolve) => setTimeout(resolve, DRAW_MS, null));
  // A policy that forbids inline styles fails the fonts alone.
  const drawn = draw(own, {}).catch(() => draw(own, { font: false }));
  const page = await Promise.race([drawn, tooLong]).catch(() => null);
  if (!page || isBlank(page)) return null;
  return finishPicture(onPaper(page), [...places, ...findPrivatePlaces()]);
}

const draw = (own: Element, options: { font?: false }) =>
  domToCanvas(document.documentElement, {
    ...options,
    width: innerWidth,
    height: innerHeight,
    scale: Math.min(devicePixelRatio, 2),
    timeout: RESOURCE_MS,
    features: { restoreScrollPosition: true },
    filter: (node) => node !== own && !isInsidePrivate(node),
    onCloneEachNode: emptyPrivate,
  });

const isInsidePrivate = (node: Node) => Boolean(node.parentElement?.closest(PRIVATE));

/** The element keeps its place, and nothing of what it says. */
function emptyPrivate(cloned: Node): void {
  if (!(cloned instanceof HTMLElement) || !cloned.matches(PRIVATE)) return;
  cloned.replaceChildren();
  for (const name of ['value', 'src', 'srcset', 'placeholder']) cloned.removeAttribute(name);
  cloned.style.visibility = 'hidden';
}

/** Where images from data are forbidden, nothing was drawn; where pixels may not be read, the picture is of no use. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  );
  return !new Uint32Array(data.buffer).some(Boolean);
}

/** On the page's own ground. */
function onPaper(page: HTMLCanvasElement): HTMLCanvasElement {
  const context = page.getContext('2d') as CanvasRenderingContext2D;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = matchMedia('(prefers-color-scheme: dark)').matches ? 'Canvas' : '#fff';
  context.fillRect(0, 0, page.width, page.height);
  return page;
}
