/** Follows a link without loading the page, unless the person asks for a new tab or window. */
export function followInside(event: MouseEvent, go: () => void): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}
