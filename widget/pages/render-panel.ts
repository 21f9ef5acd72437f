import { nameTypes } from '@beseda/shared/domain/type-rules';

import type { PanelBoot, PanelPageData, RenderOptions } from '@beseda/shared/protocol/render';
import tokens from '@beseda/shared/ui/tokens.css?inline';
import panelCss from '../panel/panel.css?inline';
import { texts as en } from '../panel/texts/en';
import { texts as ru } from '../panel/texts/ru';
import { themeCss } from './theme-css';
import { trimTokens } from './trim-tokens';

/** Whatever the panel may draw with, now or later. */
const SHEETS = import.meta.glob<string>(
  ['../panel/**/*.css', '../views/*.css', '../../shared/ui/pieces.css'],
  { query: '?inline', import: 'default', eager: true },
);
const TOKENS = trimTokens(tokens, Object.values(SHEETS));

declare const __PANEL_SCRIPT__: string;

const TEXTS = { ru, en };

const escapeText = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** The panel's page: style and the texts of one locale are inside, so that first use costs one more request only. */
export function renderPanel(boot: PanelBoot, { nonce }: RenderOptions): string {
  const { names, ...rest } = boot;
  const texts = nameTypes(TEXTS[boot.locale], names, boot.locale);
  const data: PanelPageData = { ...rest, ...(names && { names }), texts: { ...texts } };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return [
    `<!doctype html><html lang="${boot.locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,interactive-widget=resizes-content">',
    `<title>${escapeText(boot.name)}</title>`,
    `<script type="module" src="/assets/${__PANEL_SCRIPT__}"></script>`,
    `<style nonce="${nonce}">${TOKENS}${themeCss(boot.theme.accent)}${panelCss}</style>`,
    `</head><body><div id="panel"></div><script type="application/json" id="boot">${json}</script></body></html>`,
  ].join('');
}
