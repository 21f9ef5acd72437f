import { type Calendar, WEEKDAYS, type Weekday } from '@beseda/shared/domain/open-hours';

export interface WeekWords {
  short: Record<Weekday, string>;
  always: string;
  never: string;
}

/** A week in a line: «пн–чт 08:00–20:00, пт 08:00–17:00». */
export function tellWeek(hours: Calendar['hours'], words: WeekWords): string {
  const told = WEEKDAYS.map((day) => (hours[day] ?? []).map(([from, to]) => `${from}–${to}`).join(' + '));
  if (told.every((line) => line === '00:00–24:00')) return words.always;
  const parts: string[] = [];
  for (let at = 0; at < told.length; ) {
    let end = at;
    while (told[end + 1] === told[at]) end += 1;
    const [first, last] = [words.short[dayAt(at)], words.short[dayAt(end)]];
    if (told[at] !== '') parts.push(`${at === end ? first : `${first}–${last}`} ${told[at]}`);
    at = end + 1;
  }
  return parts.length === 0 ? words.never : parts.join(', ');
}

const dayAt = (index: number): Weekday => WEEKDAYS[index] ?? 'mon';
