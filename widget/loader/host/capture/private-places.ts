/** What nobody else may see: secrets of the page's own forms, and what the host has marked. */
export const PRIVATE = [
  '[data-beseda-private]',
  'input[type="password"]',
  '[autocomplete~="current-password"]',
  '[autocomplete~="new-password"]',
  '[autocomplete~="one-time-code"]',
  '[autocomplete*="cc-"]',
].join(',');

/** A rectangle in the window, CSS pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where private elements stand now; also those in open shadow roots and in frames of the same origin. */
export function findPrivatePlaces(root: Document | ShadowRoot = document, x = 0, y = 0): Place[] {
  const places: Place[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(PRIVATE)) places.push(...placesOf(element, x, y));
    if (element.shadowRoot) places.push(...findPrivatePlaces(element.shadowRoot, x, y));
    const inner = element instanceof HTMLIFrameElement && contentOf(element);
    if (inner) {
      const { left, top } = element.getBoundingClientRect();
      places.push(...findPrivatePlaces(inner, x + left + element.clientLeft, y + top + element.clientTop));
    }
  }
  return places.filter(({ width, height }) => width > 0 && height > 0);
}

/** Its own box, and what sticks out of it. */
function placesOf(element: Element, dx: number, dy: number): Place[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [element.getBoundingClientRect(), range.getBoundingClientRect()].map(({ x, y, width, height }) => ({
    x: x + dx,
    y: y + dy,
    width,
    height,
  }));
}

function contentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
