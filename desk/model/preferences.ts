import { createValue, type Value } from '@beseda/shared/client/value';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';

/** The part of `Storage` that is needed. Calls may throw, as a browser's do when storage is refused. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem?(key: string): void;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How one person likes this desk, on this machine. Widths in CSS pixels. */
export interface PreferenceValues {
  locale: Locale;
  theme: Theme;
  sound: boolean;
  listWidth: number;
  detailsWidth: number;
}
export interface Preferences extends Value<PreferenceValues> {
  change(changes: Partial<PreferenceValues>): void;
}

const KEY = 'beseda.desk.preferences';
export const WIDTHS = {
  listWidth: { min: 260, max: 560, usual: 340 },
  detailsWidth: { min: 232, max: 480, usual: 288 },
} as const;

/** `languages`: what the browser asks for, most wanted first. */
export function createPreferences(storage: KeyValue, languages: readonly string[]): Preferences {
  const value = createValue(readValues(storage, languages));
  return {
    get: () => value.get(),
    subscribe: (listener) => value.subscribe(listener),
    change(changes) {
      const next = { ...value.get(), ...changes };
      value.set(next);
      try {
        storage.setItem(KEY, JSON.stringify(next));
      } catch {
        // Not kept for the next visit, which is all that is lost.
      }
    },
  };
}

function readValues(storage: KeyValue, languages: readonly string[]): PreferenceValues {
  const stored = readStored(storage);
  const wanted = languages.map((language) => language.slice(0, 2));
  return {
    locale:
      LOCALES.find((locale) => locale === stored.locale) ??
      LOCALES.find((locale) => locale === wanted[0]) ??
      'ru',
    theme: THEMES.find((theme) => theme === stored.theme) ?? 'system',
    sound: stored.sound !== false,
    listWidth: clampWidth('listWidth', stored.listWidth),
    detailsWidth: clampWidth('detailsWidth', stored.detailsWidth),
  };
}

export function clampWidth(pane: keyof typeof WIDTHS, width: unknown): number {
  const { min, max, usual } = WIDTHS[pane];
  return typeof width === 'number' && Number.isFinite(width) ? Math.min(max, Math.max(min, width)) : usual;
}

function readStored(storage: KeyValue): Partial<Record<keyof PreferenceValues, unknown>> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
