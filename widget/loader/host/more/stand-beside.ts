import { BESIDE_ARTICLE } from '@beseda/shared/protocol/beside';
import type { Core } from '../../core';
import type { Parts } from '../run-panel';
import css from './beside.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
/** In the tab's storage: what was chosen last. */
const KEY = 'beseda beside';

export interface Beside {
  /** An article is opened by the page. */
  open(): void;
  choose(on: boolean): void;
  /** Which article is on the panel's screen. */
  read(article: number | null): void;
}

/**
 * Lets the panel stand beside the page, as tall as the window, while one works there. An article that the page opens
 * stands there unless the person has chosen otherwise in this tab, and comes back after the next page has been loaded.
 */
export function standBeside({ core, frame, line, signal }: Parts): Beside {
  const root = frame.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const phone = matchMedia('(max-width: 640px)');
  const left = Number(recall(BESIDE_ARTICLE)) || null;
  let on = chosen() ?? left !== null;
  let article: number | null = null;
  let told = 0;

  const settle = () => {
    core.beside = phone.matches ? undefined : on;
    frame.toggleAttribute('data-beside', on);
    const width = on && !phone.matches && core.button.ariaExpanded === 'true' ? frame.offsetWidth : 0;
    if (width !== told) core.emit('beside', { width, position: core.options.position ?? core.app.position });
    told = width;
    keep(BESIDE_ARTICLE, width > 0 && article ? String(article) : null);
  };
  const choose = (wanted: boolean) => {
    on = wanted;
    settle();
    line.tellState();
  };
  /** The launcher says whether the panel is shown. */
  const watch = new MutationObserver(settle);
  watch.observe(core.button, { attributeFilter: ['aria-expanded'] });
  signal.addEventListener('abort', () => {
    watch.disconnect();
    if (told) core.emit('beside', { width: 0, position: core.options.position ?? core.app.position });
  });
  phone.addEventListener('change', () => choose(on), { signal });
  choose(on);
  if (left && on && !phone.matches && core.button.ariaExpanded !== 'true') bringBack(core, left);
  return {
    open: () => choose(chosen() ?? true),
    choose(wanted) {
      keep(KEY, String(wanted));
      choose(wanted);
    },
    read(number) {
      article = number;
      settle();
    },
  };
}

/** What comes back by itself takes no focus from who works in the page. */
function bringBack({ queue }: Core, article: number): void {
  const focused = document.activeElement;
  queue.push(['article', { article, again: true }]);
  if (focused instanceof HTMLElement && focused !== document.body) focused.focus();
  else (document.activeElement as HTMLElement | null)?.blur();
}

const chosen = () => {
  const kept = recall(KEY);
  return kept === null ? undefined : kept === 'true';
};

/** Storage may be refused; then each page begins anew. */
function keep(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {}
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
