import { LOCALES, type Locale } from '@beseda/shared/domain/words';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it, or no list, is nothing. */
export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Ids are numbers in some systems and texts in others. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;
}

/** The day of an instant in ISO 8601; null when it is none. */
export function dayOf(value: unknown): string | null {
  const day = /^([1-9]\d{3}-\d{2}-\d{2})(?:T|$)/.exec(textOf(value))?.[1];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : null;
}

/** `en-us`, `ru`; null: a language that there are no pages in. */
export function localeOf(value: unknown): Locale | null {
  const language = textOf(value).toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language) ?? null;
}

/** By the letters that most of it is written in. */
export function guessLocale(text: string): Locale {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin / 4 ? 'ru' : 'en';
}

/** The path of an address, decoded, without a slash at its end; null when there is none. */
export function pathOf(address: unknown): string | null {
  try {
    const path = decodeURIComponent(new URL(textOf(address), 'https://site.invalid').pathname).replace(
      /\/+$/,
      '',
    );
    return path.startsWith('/') && path.length <= 1000 && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

export function byId(objects: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(
    objects.flatMap((object) => {
      const id = idOf(object.id);
      return id === null ? [] : [[id, object] as const];
    }),
  );
}
