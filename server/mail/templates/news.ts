import type { Locale } from '@beseda/shared/domain/words';
import { type Block, fillTemplate } from './fill-template';
import { tellDay } from './labels';
import type { Templates } from './load-templates';

/**
 * What happened to a ticket that its reader has not seen. `rate`: pages to say how it was; null: that has been said.
 * `promise`: a sentence.
 */
export type News =
  | { kind: 'solved'; rate: { good: string; bad: string } | null }
  | { kind: 'proposed'; acceptBy: string }
  | { kind: 'promise_moved' | 'promise_missed'; promise: string };

export function writeNews(
  templates: Templates,
  news: readonly News[],
  ticket: { locale: Locale; number: string; subject: string },
): Block[] {
  return news.flatMap((one): Block[] => {
    const { body } = templates(one.kind);
    const { locale, ...values } = ticket;
    switch (one.kind) {
      case 'solved': {
        const rate = one.rate ? fillTemplate(templates('rate').body, { ...values, ...one.rate }) : [];
        return [...fillTemplate(body, values), ...rate];
      }
      case 'proposed':
        return fillTemplate(body, { ...values, date: tellDay(one.acceptBy, locale) });
      case 'promise_moved':
      case 'promise_missed':
        return fillTemplate(body, { ...values, promise: one.promise });
    }
  });
}
