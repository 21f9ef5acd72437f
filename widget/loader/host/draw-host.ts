import type { Core } from '../core';

/** What the host page sees of the panel, besides the panel. */
export interface HostView {
  shown: boolean;
  /** Wanted, and not there yet. */
  busy: boolean;
  unread: number;
}

const TEXTS = {
  ru: { title: 'Поддержка', unread: 'Новых сообщений' },
  en: { title: 'Support', unread: 'New messages' },
};

/** Brings launcher and frame up to date with the options and with `view`. */
export function drawHost({ button, options, app, locale }: Core, frame: HTMLIFrameElement, view: HostView) {
  const texts = TEXTS[locale()];
  const badge = button.querySelector('b') ?? button.appendChild(document.createElement('b'));
  badge.textContent = view.unread > 9 ? '9+' : view.unread ? String(view.unread) : '';
  button.ariaLabel = view.unread
    ? `${button.firstChild?.textContent}. ${texts.unread}: ${view.unread}`
    : null;
  button.ariaExpanded = String(view.shown);
  button.ariaBusy = String(view.busy);
  frame.title = texts.title;
  frame.hidden = false;
  frame.className = [options.position ?? app.position, options.theme, view.shown && 'open'].join(' ');
}

/** On a phone the keyboard takes a part of the window that only the visual viewport tells. */
export function followViewport(frame: HTMLIFrameElement, signal: AbortSignal) {
  const viewport = window.visualViewport;
  const measure = () => {
    frame.style.setProperty('--top', `${viewport?.offsetTop ?? 0}px`);
    frame.style.setProperty('--height', viewport ? `${viewport.height}px` : '100%');
  };
  measure();
  viewport?.addEventListener('resize', measure, { signal });
  viewport?.addEventListener('scroll', measure, { signal });
}
