import { app } from './app';
import css from './launcher.css?inline';

/** The launcher in a shadow root of its own; no markup strings and no style attributes, for strict policies. */
export const host = document.createElement('beseda-widget');
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
root.adoptedStyleSheets = [sheet];

export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) =>
  root.appendChild(document.createElement(tag));

export const button = make('button');
export const label = new Text();
button.append(label);
button.ariaExpanded = 'false';
// White on any accent keeps 4.5:1; a browser that cannot compute it keeps the sheet's colour.
button.style.background = `oklch(from ${app.accent} min(l,.51) c h)`;
