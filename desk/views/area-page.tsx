import '../css/settings.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useActions } from './contexts';
import { Icon } from './icons';

/** The frame of an area beside the tickets: the way back to them, the links to its sections, and what is open. */
export function AreaPage(props: {
  name: string;
  /** What the way back is called. */
  back: string;
  /** The open one. */
  section: string;
  links: ComponentChildren;
  children: ComponentChildren;
}) {
  const { name, back, section, links, children } = props;
  const actions = useActions();
  const nav = useRef<HTMLElement>(null);
  // On a phone the sections are a row that is wider than the screen.
  useLayoutEffect(() => {
    const open = nav.current?.querySelector('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  return (
    <>
      <header class="settings-head">
        <button
          type="button"
          class="icon-button"
          aria-label={back}
          title={`${back} (Esc)`}
          onClick={() => actions.go({})}
        >
          <Icon name="back" />
        </button>
        <h2>{name}</h2>
      </header>
      <nav ref={nav} class="settings-nav" aria-label={name}>
        {links}
      </nav>
      {children}
    </>
  );
}
