import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { keyOf } from './load-articles';

/** A title in one locale; the same number in another locale is its translation. */
export interface NumberedTitle {
  number: number;
  locale: Locale;
  title: string;
}

type Key = Pick<NumberedTitle, 'number' | 'locale'>;

/** What stands under a title: an article under its section's, a section under its category's. */
export interface Bearer extends NumberedTitle {
  /** The number of the title that it stood under. */
  former: number | undefined;
}

/**
 * The number of every title, by `titleKey`. A title that is known keeps its own; a new one takes the bearer's former
 * number if nothing stands under that title any more (renamed), else the number of the bearer's translation if that
 * has no title in this locale yet, else the next after `last`.
 */
export function numberTitles(
  bearers: readonly Bearer[],
  known: readonly NumberedTitle[],
  last: number,
): ReadonlyMap<string, number> {
  const used = new Set(bearers.map(titleKey));
  const numbers = new Map(known.map((title) => [titleKey(title), title.number]));
  const taken = new Set(known.filter((title) => used.has(titleKey(title))).map(keyOf));
  const byKey = new Map(bearers.map((bearer) => [keyOf(bearer), bearer]));
  let next = last + 1;
  for (const bearer of [...bearers].sort(compareKeys)) {
    const { locale, number: own, former } = bearer;
    if (numbers.has(titleKey(bearer))) continue;
    const translations = LOCALES.flatMap((other) => byKey.get(keyOf({ number: own, locale: other })) ?? []);
    const wanted = [former, ...translations.map((one) => numbers.get(titleKey(one)))];
    const free = wanted.find((one) => one !== undefined && !taken.has(keyOf({ number: one, locale })));
    const number = free ?? next++;
    numbers.set(titleKey(bearer), number);
    taken.add(keyOf({ number, locale }));
  }
  return numbers;
}

export function titleKey({ locale, title }: { locale: Locale; title: string }): string {
  return `${locale} ${title}`;
}

/** By number, then in the order of the locales. */
export function compareKeys(a: Key, b: Key): number {
  return a.number - b.number || LOCALES.indexOf(a.locale) - LOCALES.indexOf(b.locale);
}
