import type { Locale } from '@beseda/shared/domain/words';

/** Puts values in place of `{names}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** A count with its noun in the right form; `{n}` is the count. */
export function count(
  forms: Partial<Record<Intl.LDMLPluralRule, string>>,
  n: number,
  locale: Locale,
): string {
  return fill(forms[new Intl.PluralRules(locale).select(n)] ?? forms.other ?? '', { n });
}
