import type { Core } from '../../core';
import { askTitles } from './ask-titles';
import css from './help.css?inline';

const TAG = 'beseda-help';
const WANTED = '[data-beseda-help][data-beseda-article]';
const NAMES = { ru: 'Справка', en: 'Help' };
const MOST = 100;
/** What is drawn in one go by the page is asked for in one go. */
const PAUSE_MS = 50;
/** Until who is asking is known. */
const SIGNING_IN_MS = [500, 1_000, 2_000, 4_000];

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
const running = new WeakMap<Core, () => void>();

/** Draws a «?» into every marked element of the page whose article this visitor may read, as they come and go. */
export function drawMarks(core: Core): void {
  if (!running.has(core)) running.set(core, follow(core));
  running.get(core)?.();
  for (const pause of SIGNING_IN_MS) setTimeout(() => running.get(core)?.(), pause);
}

/** Gives what looks again. */
function follow(core: Core): () => void {
  let titles = new Map<number, string>();
  const asked = new Set<number>();
  let known = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    timer = undefined;
    if (!core.options.help) return end();
    const whom = [core.identity, core.session?.session, core.locale()].join(' ');
    if (whom !== known) {
      known = whom;
      titles = new Map();
      asked.clear();
    }
    const marked = [...document.querySelectorAll<HTMLElement>(WANTED)];
    const fresh = [...new Set(marked.map(numberOf))].filter((number) => number > 0 && !asked.has(number));
    for (const number of fresh) asked.add(number);
    for (let at = 0; at < fresh.length; at += MOST) {
      const found = await askTitles(core, fresh.slice(at, at + MOST));
      if (whom !== known) return;
      for (const [number, title] of found ?? []) titles.set(number, title);
    }
    for (const element of marked) draw(element, titles.get(numberOf(element)), core.locale());
  };
  const soon = () => {
    timer ??= setTimeout(() => void look(), PAUSE_MS);
  };
  const observer = new MutationObserver(soon);
  /** The launcher's words change with the locale. */
  const changes = new MutationObserver(soon);
  const end = () => {
    observer.disconnect();
    changes.disconnect();
    running.delete(core);
    for (const mark of document.querySelectorAll(TAG)) mark.remove();
  };
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-beseda-article', 'data-beseda-help'],
  });
  changes.observe(core.button, { subtree: true, characterData: true });
  return soon;
}

const numberOf = ({ dataset }: HTMLElement) => Number(dataset.besedaArticle);

function draw(element: HTMLElement, title: string | undefined, locale: 'ru' | 'en'): void {
  const drawn = element.querySelector<HTMLElement>(`:scope > ${TAG}`);
  if (!title) return drawn?.remove();
  const mark = drawn ?? element.appendChild(make());
  const button = mark.shadowRoot?.querySelector('button');
  if (!button) return;
  button.title = `${NAMES[locale]}: ${title}`;
  button.ariaLabel = `? ${button.title}`;
}

/** In a shadow root of its own: no style goes in or out. The page's click on it is the marked element's. */
function make(): HTMLElement {
  const mark = document.createElement(TAG);
  const root = mark.attachShadow({ mode: 'open', delegatesFocus: true });
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '?';
  root.append(button);
  return mark;
}
