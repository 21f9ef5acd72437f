import { h } from '../dom/build-element.js';

/**
 * A place whose content is drawn again after each change: `draw(redraw)` returns its children.
 * Focus stays on the control with the same `data-keep`.
 */
export function showLive(draw, props) {
  const place = h('div', props);
  const redraw = () => {
    const kept = place.contains(document.activeElement) ? document.activeElement.dataset.keep : undefined;
    place.replaceChildren(...[draw(redraw)].flat().filter(Boolean));
    if (kept) place.querySelector(`[data-keep="${CSS.escape(kept)}"]`)?.focus();
  };
  redraw();
  return place;
}
