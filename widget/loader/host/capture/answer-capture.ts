import type { ToPanel } from '@beseda/shared/protocol/host-bridge';
import type { Core } from '../../core';
import css from './capture.css?inline';
import { captureTab } from './capture-tab';

type Captured = Extract<ToPanel, { type: 'captured' }>;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Takes a picture of the page: of this tab where that is allowed, else drawn anew, else none. */
export async function answerCapture(
  { button, frame }: Core,
  tell: (message: Captured) => void,
  step: 'take' | 'end',
) {
  if (!frame) return;
  const root = button.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  if (step === 'end') {
    frame.removeAttribute('data-wide');
    return;
  }
  const taken = await captureTab(root, frame).catch(() => null);
  const drawn = !taken;
  const canvas = taken ?? (await drawPage(root.host));
  const image = canvas && (await toPng(canvas).catch(() => null));
  frame.toggleAttribute('data-wide', Boolean(image));
  tell({ type: 'captured', ...(image && { image, drawn }) });
}

/** The library is loaded only where it is needed. */
const drawPage = (own: Element) =>
  import('./draw-page').then(
    ({ drawPage }) => drawPage(own),
    () => null,
  );

const toPng = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
