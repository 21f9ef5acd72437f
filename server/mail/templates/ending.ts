import type { Locale } from '@beseda/shared/domain/words';
import { textsFor } from './mail-texts';
import { escapeHtml, paragraph } from './write-html';

/** How a ticket ended that nobody has seen end. `rate`: pages to say so on; null: that has been said. */
export type Ending =
  | { kind: 'solved'; rate: { good: string; bad: string } | null }
  | { kind: 'proposed'; acceptBy: string };

/** What is added to the answers, as paragraphs of text and of HTML. */
export function writeEnding(ending: Ending | null, locale: Locale): { text: string[]; html: string[] } {
  if (!ending) return { text: [], html: [] };
  const texts = textsFor(locale);
  if (ending.kind === 'proposed') {
    const said = texts.proposed(formatDay(ending.acceptBy, locale));
    return { text: [said], html: [paragraph(said)] };
  }
  const { rate } = ending;
  if (!rate) return { text: [texts.solved], html: [paragraph(texts.solved)] };
  const link = (label: string, url: string) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  const links = [link(texts.good, rate.good), link(texts.bad, rate.bad)].join(' &nbsp; ');
  return {
    text: [texts.solved, `${texts.rate}\n${texts.good}: ${rate.good}\n${texts.bad}: ${rate.bad}`],
    html: [
      paragraph(texts.solved),
      `<p style="margin:0 0 16px;">${escapeHtml(texts.rate)} &nbsp; ${links}</p>`,
    ],
  };
}

function formatDay(at: string, locale: Locale): string {
  const options = { timeZone: 'Europe/Moscow', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(at));
}
