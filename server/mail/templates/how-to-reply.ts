import type { Locale } from '@beseda/shared/domain/words';
import { textsFor } from './mail-texts';
import { escapeHtml } from './write-html';

/** How the reader answers: on the request's own page, or in the widget. `url`: that page. */
export function writeHowToReply(locale: Locale, url: string): { text: string; html: string } {
  const text = textsFor(locale).howToReply(url);
  const href = escapeHtml(url);
  const linked = escapeHtml(text).replace(href, () => `<a href="${href}">${href}</a>`);
  return { text, html: `<p style="margin:0 0 16px;font-size:14px;color:#6b6f76">${linked}</p>` };
}
