import type { Parts } from '../run-panel';
import css from './beside.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
/** In the tab's storage: what was chosen last. */
const KEY = 'beseda beside';

/**
 * Lets the panel stand beside the page, as tall as the window, while one works there. An article that the page opens
 * stands there unless the person has chosen otherwise in this tab. Gives what takes their choice; undefined: an article is opened.
 */
export function standBeside({ core, frame, line, signal }: Parts): (on: boolean | undefined) => void {
  const root = frame.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const phone = matchMedia('(max-width: 640px)');
  let on = recall() ?? false;
  let told = 0;

  const settle = () => {
    core.beside = phone.matches ? undefined : on;
    frame.toggleAttribute('data-beside', on);
    const width = on && !phone.matches && core.button.ariaExpanded === 'true' ? frame.offsetWidth : 0;
    if (width !== told) core.emit('beside', { width, position: core.options.position ?? core.app.position });
    told = width;
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
  return (wanted) => {
    if (wanted !== undefined) keep(wanted);
    choose(wanted ?? recall() ?? true);
  };
}

/** Storage may be refused; then each page begins anew. */
function keep(on: boolean): void {
  try {
    sessionStorage.setItem(KEY, String(on));
  } catch {}
}

function recall(): boolean | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept === null ? undefined : kept === 'true';
  } catch {
    return undefined;
  }
}
