import type { BesedaOptions } from '../npm/types';
import { app } from './app';
import { type Call, core } from './core';
import { emit, off, on } from './events';
import { button, host, label } from './launcher';
import { lookAhead } from './look-ahead';
import { loadHost, mountPanel } from './mount-panel';

const methods: Record<string, ((...args: never[]) => unknown) | undefined> = {
  on,
  off,
  once: (name: string, listener: () => void) => on(name, listener, true),
  init(options?: BesedaOptions) {
    if (!host.isConnected) {
      document.documentElement.append(host);
      document.addEventListener('click', follow);
      setTimeout(emit, 0, 'ready');
    }
    beseda('update', options);
  },
  update(options?: BesedaOptions) {
    const { getToken } = core.options;
    Object.assign(core.options, options);
    if (getToken !== core.options.getToken) lookAhead();
    // The desk names the windows that it opens.
    if (core.options.diagnostics || core.options.help || window.name) loadHost();
    label.data = app.text[core.locale()];
    button.className = core.options.position || app.position;
    core.queue.push(['changed']);
  },
  show() {
    button.hidden = false;
  },
  hide() {
    button.hidden = true;
  },
  logout() {
    core.queue.push(['logout']);
    mountPanel();
    beseda('update', { getToken: null });
  },
  destroy() {
    core.queue.push(['stop']);
    core.queue = [];
    core.options = {};
    core.identity++;
    core.frame = core.frame?.remove() as undefined;
    host.remove();
    button.hidden = app.hidden!;
    document.removeEventListener('click', follow);
    off();
  },
};

/** Nothing may be thrown into the host: what is not understood becomes an `error` event. */
const beseda = (...[method, ...args]: Call) => {
  try {
    if (methods[method]) return methods[method](...(args as never[]));
    core.queue.push([method, ...args]);
    // Close, suggest, prefill and context can wait until the panel is wanted.
    if (!/^(clo|sug|pre|con)/.test(method)) mountPanel();
  } catch {
    emit('error', { code: 'invalid_call', method });
  }
};

const follow = (event: MouseEvent) => {
  const found = (event.target as Element).closest?.<HTMLElement>('[data-beseda-article],[data-beseda-open]');
  if (found && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const article = found.dataset.besedaArticle;
    beseda(article ? 'article' : 'open', article);
  }
};

const before = window.Beseda as { app?: unknown; q?: Iterable<Call> } | undefined;
if (!before?.app) {
  button.hidden = app.hidden!;
  button.onpointerenter = button.onfocus = mountPanel;
  button.onclick = () => beseda('toggle');
  beseda.app = app;
  window.Beseda = beseda as never;
  for (const call of before?.q || []) beseda(...call);
}
