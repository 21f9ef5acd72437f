import type { Locale } from '../domain/words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AT: Record<Locale, string> = { ru: ' в ', en: ' at ' };

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

function clock(at: number, locale: Locale): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
}

function relative(value: number, unit: Intl.RelativeTimeFormatUnit, locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }).format(value, unit);
  return words.replaceAll('.', '');
}

/** Whole calendar days from `now` to `at` in the viewer's zone. */
function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(at) - midnight(now)) / DAY);
}

/**
 * A moment as people say it: «5 мин назад», «через 40 мин», «14:20» today, «вчера в 14:20», «12 ноя в 14:20».
 * `at` ISO 8601, `now` in milliseconds since the epoch.
 */
export function formatTime(at: string, now: number, locale: Locale): string {
  const time = Date.parse(at);
  const apart = time - now;
  if (Math.abs(apart) < MINUTE) return relative(0, 'second', locale);
  if (Math.abs(apart) < HOUR) return relative(Math.trunc(apart / MINUTE), 'minute', locale);
  const days = daysBetween(time, now);
  if (days === 0) return clock(time, locale);
  return (
    (Math.abs(days) === 1 ? relative(days, 'day', locale) : dayOf(time, now, locale)) +
    AT[locale] +
    clock(time, locale)
  );
}

function dayOf(time: number, now: number, locale: Locale): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = sameYear
    ? { day: 'numeric', month: 'short' }
    : { day: 'numeric', month: 'short', year: 'numeric' };
  return dateFormat(locale, options).format(time).replaceAll('.', '');
}

/** A moment where there is little room: as `formatTime`, but only the day of what is not today. */
export function formatBrief(at: string, now: number, locale: Locale): string {
  const time = Date.parse(at);
  const days = daysBetween(time, now);
  if (days === 0) return formatTime(at, now, locale);
  return Math.abs(days) === 1 ? relative(days, 'day', locale) : dayOf(time, now, locale);
}

/** A day as a separator in a thread names it: «сегодня», «вчера», «12 ноября», «12 ноября 2025 г.». */
export function formatDay(at: string, now: number, locale: Locale): string {
  const time = Date.parse(at);
  const days = daysBetween(time, now);
  if (days === 0 || days === -1) return relative(days, 'day', locale);
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return dateFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(time);
}

/** Only the clock of a moment: «14:20». */
export function formatClock(at: string, locale: Locale): string {
  return clock(Date.parse(at), locale);
}

/** The exact moment with its zone, for a tooltip: «23 ноября 2026 г. в 14:20:05 GMT+3». */
export function exactTime(at: string, locale: Locale): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    hour12: false,
  }).format(Date.parse(at));
}

/** How long something has lasted, in its largest unit: «40 мин», «2 ч», «3 дн». `span` in milliseconds. */
export function formatSpan(span: number, locale: Locale): string {
  const [unit, length]: [string, number] =
    span < HOUR ? ['minute', MINUTE] : span < DAY ? ['hour', HOUR] : ['day', DAY];
  const value = Math.max(1, Math.floor(span / length));
  const words = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  return words.replaceAll('.', '');
}

/** A moment with its exact time on hover and, where it can be focused, on focus. */
export function Time(props: { at: string; now: number; locale: Locale; focusable?: boolean; text?: string }) {
  const exact = exactTime(props.at, props.locale);
  return (
    <time class="ui-time" dateTime={props.at} title={exact} {...(props.focusable ? { tabIndex: 0 } : {})}>
      {props.text ?? formatTime(props.at, props.now, props.locale)}
    </time>
  );
}
