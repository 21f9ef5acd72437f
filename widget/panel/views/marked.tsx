import type { ComponentChildren } from 'preact';

/** A text with what matched marked. `marks` are [start, end) UTF-16 offsets, ascending. */
export function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start), <mark>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
