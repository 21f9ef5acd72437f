import type { DayMark, DaySet } from '@beseda/shared/domain/production-calendar';
import { Refusal } from '../context/refusal';
import { readCsvDays } from './formats/read-csv-days';
import { type FileDay, FileFault } from './formats/read-day';
import { readIcsDays } from './formats/read-ics-days';
import { readJsonDays } from './formats/read-json-days';

/** What day sets are called. */
export const DAY_SET_KEY = '^[a-z][a-z0-9-]{0,39}$';

/**
 * The special days of a file, by year: JSON, CSV or iCalendar, told apart by how they begin (docs/calendars.md has the forms).
 * Refuses with `invalid_input`, with the line and the reason.
 */
export function parseDaySet(given: string, key: string): DaySet[] {
  try {
    const text = given.replace(/^\uFEFF/, '').trimStart();
    const skipped = given.slice(0, given.length - text.length).split('\n').length - 1;
    return groupByYear(key, readDays(key, '\n'.repeat(skipped) + text, text));
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new Refusal('invalid_input', `Line ${error.line}: ${error.message}`, {
      field: 'text',
      details: { line: error.line },
    });
  }
}

function readDays(key: string, text: string, beginning: string): FileDay[] {
  if (/^BEGIN:VCALENDAR/i.test(beginning)) return readIcsDays(text);
  return /^[[{]/.test(beginning) ? readJsonDays(key, text) : readCsvDays(key, text);
}

function groupByYear(key: string, days: readonly FileDay[]): DaySet[] {
  if (days.length === 0) throw new FileFault(1, 'There are no days in this file.');
  const known = new Map<string, FileDay>();
  for (const day of days) {
    const before = known.get(day.date);
    if (before && before.kind !== day.kind) {
      throw new FileFault(
        day.line,
        `${day.date} is ${before.kind} in line ${before.line}, and ${day.kind} here.`,
      );
    }
    const names = [...new Set([before?.name, day.name].filter(Boolean))];
    known.set(day.date, { ...day, ...(names.length > 0 ? { name: names.join(', ') } : {}) });
  }
  const sorted = [...known.values()].toSorted((a, b) => a.date.localeCompare(b.date));
  const years = new Map<number, DayMark[]>();
  for (const { line: _, ...mark } of sorted) {
    const year = Number(mark.date.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), mark]);
  }
  return [...years].map(([year, marks]) => ({ key, year, days: marks }));
}
