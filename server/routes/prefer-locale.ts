import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { notFound } from '../context/refusal';

/** The locale that an `Accept-Language` header prefers; Russian when it names none of ours. */
export function preferLocale(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { locale: LOCALES.find((locale) => locale === tag.split('-')[0]), weight: Number(weight ?? 1) };
  });
  const best = wishes
    .filter((wish) => wish.locale !== undefined && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.locale ?? 'ru';
}

/** The locale that stands in an address. Refuses with not_found. */
export function localeOf(given: string): Locale {
  const locale = LOCALES.find((one) => one === given);
  if (!locale) throw notFound();
  return locale;
}
