import type { ComponentChildren } from 'preact';
import { addressOf, type Place } from '../model/place';
import type { Portal } from '../model/portal';

interface LinkProps {
  portal: Portal;
  to: Place;
  class?: string;
  current?: boolean;
  /** Where the focus goes. */
  focus?: boolean;
  label?: string;
  children: ComponentChildren;
}

/** A link to a place that is shown without loading the page; with a modifier key it is followed as ever. */
export function Link({ portal, to, current, focus, label, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void portal.open(to);
  };
  return (
    <a
      {...rest}
      href={addressOf(to, portal.panel.state.locale)}
      aria-current={current ? 'true' : undefined}
      aria-label={label}
      data-focus={focus || undefined}
      data-step
      onClick={follow}
    >
      {children}
    </a>
  );
}
