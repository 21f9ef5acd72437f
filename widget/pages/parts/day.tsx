import type { Locale } from '@beseda/shared/domain/words';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  ru: new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `date` is `YYYY-MM-DD`; the day is told in UTC, so that it reads the same everywhere. */
export function formatDay(locale: Locale, date: string): string {
  return FORMATS[locale].format(new Date(date));
}

export function Day({ locale, label, date }: { locale: Locale; label: string; date: string }) {
  return (
    <span>
      {label}: <time dateTime={date}>{formatDay(locale, date)}</time>
    </span>
  );
}
