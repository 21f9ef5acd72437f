import type { ComponentChildren } from 'preact';

/**
 * What is folded on a narrow page, and stands there on a wide one: the style sheet decides. Needs no script; the content
 * is beside the fold, not in it, as no width could open that.
 */
export function Folded({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <details class="fold">
        <summary>{label}</summary>
      </details>
      <div class="folded">{children}</div>
    </>
  );
}
