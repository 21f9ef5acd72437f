/** Which rows of a long list are drawn. All lengths in CSS pixels; `to` is exclusive. */
export function windowOf(options: {
  count: number;
  rowHeight: number;
  top: number;
  height: number;
  /** Rows drawn beyond each edge. */
  margin: number;
}): { from: number; to: number } {
  const { count, rowHeight, top, height, margin } = options;
  const from = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - margin);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + margin);
  return { from, to: Math.max(from, to) };
}

/** How far to scroll so that a row is wholly seen; `top` itself when it is already. */
export function revealRow(options: {
  index: number;
  rowHeight: number;
  top: number;
  height: number;
}): number {
  const { index, rowHeight, top, height } = options;
  const start = index * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - height);
}
