import type { Core } from '../core';
import css from './frame.css?inline';
import { runPanel } from './run-panel';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const attached = new WeakSet<HTMLIFrameElement>();

/** Takes over what the loader has mounted; once for every frame, however often it is asked. */
export async function attach(core: Core) {
  const { button, options } = core;
  // Before the panel takes the calls that wait: what stands aside reads them too.
  if (options.diagnostics || options.help || window.name)
    await import('./aside/start-aside').then(({ startAside }) => startAside(core)).catch(() => {});
  const { frame } = core;
  if (!frame || attached.has(frame)) return;
  attached.add(frame);
  const root = button.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  runPanel(core, frame);
}
