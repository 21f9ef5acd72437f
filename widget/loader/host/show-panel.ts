import type { Core } from '../core';

const TEXTS = {
  ru: { title: 'Поддержка', unread: 'Новых сообщений' },
  en: { title: 'Support', unread: 'New messages' },
};

/** Launcher and frame as the host page sees them. `onChange` runs when the panel was shown or hidden. */
export function showPanel(
  core: Core,
  frame: HTMLIFrameElement,
  isReady: () => boolean,
  onChange: (shown: boolean) => void,
) {
  const { button, app } = core;
  let wanted = false;
  let shown = false;
  let unread = 0;
  let opener: Element | null = null;

  const draw = () => {
    const texts = TEXTS[core.locale()];
    const badge = button.querySelector('b') ?? button.appendChild(document.createElement('b'));
    // Drawn by the style sheet: what a button shows as text must stand in its name as well.
    badge.dataset.unread = unread > 9 ? '9+' : unread ? String(unread) : '';
    button.ariaLabel = unread ? `${button.firstChild?.textContent}. ${texts.unread}: ${unread}` : null;
    button.ariaExpanded = String(shown);
    button.ariaBusy = String(wanted && !shown);
    frame.title = texts.title;
    frame.hidden = false;
    frame.className = [core.options.position ?? app.position, core.options.theme, shown && 'open'].join(' ');
  };
  /** The focus goes in, and back to where it came from: the launcher, unless something else opened the panel. */
  const moveFocus = (focused: Element | null) => {
    if (shown) {
      opener = focused;
      frame.focus();
    } else if (focused?.shadowRoot?.contains(frame)) {
      if (!opener || opener === focused || opener === document.body) button.focus();
      else (opener as HTMLElement).focus();
    }
  };
  /** Shows what is wanted as soon as it is there. */
  const settle = () => {
    const focused = document.activeElement;
    const changed = shown !== (wanted && isReady());
    shown = wanted && isReady();
    draw();
    if (!changed) return;
    onChange(shown);
    moveFocus(focused);
  };

  return {
    settle,
    isShown: () => shown,
    isWanted: () => wanted,
    want(value: boolean) {
      wanted = value;
      settle();
    },
    count(value: number) {
      unread = value;
      draw();
    },
  };
}

/** On a phone the keyboard takes a part of the window that only the visual viewport tells. */
export function followViewport(frame: HTMLIFrameElement, signal: AbortSignal) {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const measure = () => {
    frame.style.setProperty('--top', `${viewport.offsetTop}px`);
    frame.style.setProperty('--height', `${viewport.height}px`);
  };
  measure();
  viewport.addEventListener('resize', measure, { signal });
  viewport.addEventListener('scroll', measure, { signal });
}
