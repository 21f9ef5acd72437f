import type { Locale } from '@beseda/shared/domain/words';

const UNITS = { ru: { hours: 'ч', minutes: 'мин' }, en: { hours: 'h', minutes: 'min' } } as const;
const NONE = /^(нет|не обещаем|no|none|never|-|–|—)$/i;
const LENGTH =
  /^(?:(\d+(?:[.,]\d+)?)\s*(?:ч|час|часа|часов|h|hr|hrs|hour|hours)\.?)?\s*(?:(\d+)\s*(?:м|мин|минут|минута|минуты|m|min|mins|minute|minutes)\.?)?$/i;

/**
 * A length of working time as people type it («4», «4 ч», «1:30», «90 мин», «1 ч 30 мин») in seconds. Null: nothing is promised
 * («нет»); 'empty' and 'wrong' say what else it may be.
 */
export function readDurationText(text: string): number | null | 'empty' | 'wrong' {
  const given = text.trim();
  if (given === '') return 'empty';
  if (NONE.test(given)) return null;
  const seconds = readHours(given);
  return seconds !== null && seconds >= 60 && seconds <= 60_000_000 ? Math.round(seconds) : 'wrong';
}

function readHours(given: string): number | null {
  if (/^\d+([.,]\d+)?$/.test(given)) return Number(given.replace(',', '.')) * 3_600;
  const [, hours, minutes] = /^(\d+):([0-5]\d)$/.exec(given) ?? LENGTH.exec(given) ?? [];
  if (hours === undefined && minutes === undefined) return null;
  return Number((hours ?? '0').replace(',', '.')) * 3_600 + Number(minutes ?? '0') * 60;
}

/** «4 ч», «1 ч 30 мин», «45 мин». */
export function writeDurationText(seconds: number, locale: Locale): string {
  const minutes = Math.round(seconds / 60);
  const { hours, minutes: unit } = UNITS[locale];
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} ${hours}` : '',
    minutes % 60 > 0 ? `${minutes % 60} ${unit}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
