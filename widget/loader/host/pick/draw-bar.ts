import type { PickStart } from '@beseda/shared/protocol/pick';
import css from './pick.css?inline';

const TEXTS = {
  ru: {
    label: 'Выбор страницы для статьи',
    lead: (title: string) => `Откройте страницу, к которой относится «${title}»`,
    exact: 'Только эта:',
    general: 'Все такие:',
    pick: 'Выбрать',
    cancel: 'Отменить',
  },
  en: {
    label: 'Choosing a page for an article',
    lead: (title: string) => `Open the page that “${title}” belongs to`,
    exact: 'This one only:',
    general: 'All of its kind:',
    pick: 'Choose',
    cancel: 'Cancel',
  },
};

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...children: (Node | string)[]) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

/** The bar at the foot of the page; `onEnd` gets what was chosen, or null. */
export function drawBar({ title, locale }: PickStart, onEnd: (route: string | null) => void) {
  const texts = TEXTS[locale];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const host = make('beseda-pick' as 'div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const exact = choice(texts.exact);
  const general = choice(texts.general);
  const end = (route: string | null) => {
    host.remove();
    onEnd(route);
  };
  const pick = make('button', texts.pick);
  pick.type = 'button';
  pick.value = 'pick';
  pick.onclick = () => end((general.input.checked ? general : exact).code.textContent);
  const cancel = make('button', texts.cancel);
  cancel.type = 'button';
  cancel.onclick = () => end(null);
  const bar = make(
    'section',
    make('p', texts.lead(title)),
    make('fieldset', exact.label, general.label),
    pick,
    cancel,
  );
  bar.ariaLabel = texts.label;
  root.append(bar);
  document.documentElement.append(host);
  return {
    /** `pattern` is the same as `route` where the page is the only one of its kind. */
    show(route: string, pattern: string) {
      exact.code.textContent = route;
      general.code.textContent = pattern;
      general.label.hidden = pattern === route;
      (pattern === route ? exact : general).input.checked = true;
    },
  };
}

function choice(text: string) {
  const input = make('input');
  input.type = 'radio';
  input.name = 'kind';
  const code = make('code');
  return { input, code, label: make('label', input, text, code) };
}
