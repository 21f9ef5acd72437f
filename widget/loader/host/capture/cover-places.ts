import { findPrivatePlaces, type Place } from './private-places';

/** Boxes over private places, above everything, and the panel out of sight. */
export function coverPlaces(root: ShadowRoot, frame: HTMLIFrameElement) {
  const layer = document.createElement('div');
  layer.className = 'covers';
  // In the top layer: an open dialog of the page must not stand above.
  layer.popover = 'manual';
  const places = findPrivatePlaces();
  for (const place of places) layer.append(boxAt(place));
  frame.toggleAttribute('data-away', true);
  root.append(layer);
  layer.showPopover();
  return {
    places,
    lift() {
      layer.remove();
      frame.removeAttribute('data-away');
    },
  };
}

function boxAt({ x, y, width, height }: Place): HTMLElement {
  const box = document.createElement('div');
  // Through the object model: a policy against inline styles does not mind.
  Object.assign(box.style, {
    left: `${x}px`,
    top: `${y}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  return box;
}
