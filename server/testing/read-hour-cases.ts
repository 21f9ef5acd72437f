import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One case of working time from outside; instants in UTC, lengths in seconds. */
export interface HourCase {
  id: string;
  op: 'due' | 'elapsed' | 'next_open' | 'is_open' | 'invalid_calendar';
  calendar: object;
  start: string;
  end?: string;
  duration_s?: number;
  pauses?: [from: string, to: string | null][];
  expect: object;
  /** Other answers that are right too. */
  accept?: object[];
}

/** The cases beside the checkout; none, and a line that says so, where they are not there. */
export function readHourCases(): HourCase[] {
  const path = fileURLToPath(new URL('../../../shared/cases/business-hours.jsonl', import.meta.url));
  if (!existsSync(path)) {
    console.warn('Left out: the cases of working time (../shared/cases/business-hours.jsonl is not here)');
    return [];
  }
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as HourCase);
}

/** As the cases write instants: without parts of a second where there are none. */
export function writeInstant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}
