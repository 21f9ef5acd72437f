import type { Locale } from '@beseda/shared/domain/words';

/** What names an article in one locale. */
export interface ManuscriptKey {
  number: number;
  locale: Locale;
}

/** As the history names it. */
export function auditIdOf({ number, locale }: ManuscriptKey): string {
  return `${locale}/${number}`;
}
