import { app } from './app';

/** The launcher in a shadow root of its own; no markup strings and no style attributes, for strict policies. */
export const host = document.createElement('beseda-widget');
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(app.css);
root.adoptedStyleSheets = [sheet];

export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) =>
  root.appendChild(document.createElement(tag));

export const button = make('button');
export const label = new Text();
button.append(label);
button.ariaExpanded = 'false';
