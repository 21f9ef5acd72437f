import type { ComponentChildren } from 'preact';

/** What a list or pane says when it has nothing to show: why, and what one can do. */
export function StateMessage(props: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <p class="state-title">{props.title}</p>
      {props.hint && <p>{props.hint}</p>}
      {props.children}
    </div>
  );
}
