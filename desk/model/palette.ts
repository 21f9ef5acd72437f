import type { Locale } from '@beseda/shared/domain/words';

export interface PaletteItem {
  id: string;
  label: string;
  /** Other words that find it. */
  also?: string;
  /** The value that the ticket has now. */
  current?: boolean;
  keys?: string;
}

/** Items in which every word of the query begins some word, in their order. */
export function filterItems<T extends PaletteItem>(items: readonly T[], query: string, locale: Locale): T[] {
  const fold = (text: string) => text.toLocaleLowerCase(locale).replaceAll('ё', 'е');
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const words = fold(`${item.label} ${item.also ?? ''}`).split(/[\s:«»().,-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** The ticket number that a query names: `42`, `#42`, `№ 42`; null when it names none. */
export function numberIn(query: string): number | null {
  const digits = /^\s*[#№]?\s*([1-9]\d{0,9})\s*$/.exec(query)?.[1];
  return digits === undefined ? null : Number(digits);
}
