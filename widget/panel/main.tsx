import type { PanelPageData } from '@beseda/shared/protocol/render';
import { render } from 'preact';
import { openBridge } from './model/bridge';
import { hearHost } from './model/hear-host';
import { Panel } from './model/panel';
import type { Texts } from './texts/ru';
import { App } from './views/app';

const LOADERS = { ru: () => import('./texts/switch-ru'), en: () => import('./texts/switch-en') };

const { texts, ...boot } = JSON.parse(
  document.getElementById('boot')?.textContent ?? '{}',
) as PanelPageData & { texts: Texts };
const root = document.getElementById('panel') as HTMLElement;

const panel = new Panel(boot, texts, {
  loadKeep: () => import('./keep/start-keep'),
  loadLive: () => import('./live/live'),
  loadTexts: (locale) => LOADERS[locale](),
  hasStored: async () => {
    if (panel.lastWords()) return true;
    const known = await indexedDB.databases?.().catch(() => []);
    return known?.some(({ name }) => name === 'beseda') ?? true;
  },
});
addEventListener('pagehide', () => panel.keepLast());

let focused: unknown = null;
let waiting = false;

/** Draws once per task, however often the state changes. The focus goes in when the panel opens, and to each new screen. */
function draw(): void {
  waiting = false;
  const { host, state } = panel;
  const { lang, dataset } = document.documentElement;
  if (lang !== state.locale) document.documentElement.lang = state.locale;
  if (host && dataset.theme !== host.theme) dataset.theme = host.theme;
  render(<App panel={panel} />, root);
  if (host?.visible && focused !== state.screens) {
    const target = root.querySelector<HTMLElement>('[data-focus]');
    // Beside the page, one works there.
    if (!host.beside || document.hasFocus()) target?.focus();
    if (target) focused = state.screens;
  }
}

panel.onChange = () => {
  // Seen here, since closed and opened again at once is one drawing.
  if (!panel.host?.visible) focused = null;
  if (!waiting) setTimeout(draw);
  waiting = true;
};

panel.bridge = openBridge(window, hearHost(panel));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') panel.close();
});
draw();
