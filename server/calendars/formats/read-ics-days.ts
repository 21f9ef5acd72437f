import type { DayKind } from '@beseda/shared/domain/production-calendar';
import { type FileDay, FileFault, readDate } from './read-day';

interface Line {
  line: number;
  name: string;
  value: string;
}

const LONGEST_DAYS = 60;
const DAY = 86_400_000;

/** All-day events of an iCalendar file: days off, unless the summary speaks of a short or a working day. */
export function readIcsDays(text: string): FileDay[] {
  const days: FileDay[] = [];
  let event: Map<string, Line> | null = null;
  for (const line of readLines(text)) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') event = new Map();
    else if (line.name === 'END' && line.value === 'VEVENT' && event) {
      days.push(...readEvent(event, line.line));
      event = null;
    } else event?.set(line.name, line);
  }
  return days;
}

function readEvent(event: ReadonlyMap<string, Line>, last: number): FileDay[] {
  const start = event.get('DTSTART');
  if (!start) throw new FileFault(last, 'The event has no DTSTART.');
  const repeats = event.get('RRULE') ?? event.get('RDATE');
  if (repeats) throw new FileFault(repeats.line, 'Events that repeat are not taken: write each day.');
  const first = readDay(start);
  const end = event.get('DTEND');
  const until = end ? readDay(end) : first + DAY;
  if (until <= first || until - first > LONGEST_DAYS * DAY) {
    throw new FileFault(end?.line ?? start.line, `An event lasts from one to ${LONGEST_DAYS} days.`);
  }
  const name = (event.get('SUMMARY')?.value ?? '')
    .replace(/\\([,;\\])/g, '$1')
    .replace(/\\n/gi, ' ')
    .trim();
  const days: FileDay[] = [];
  for (let at = first; at < until; at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({ line: start.line, date, kind: kindOf(name), ...(name === '' ? {} : { name }) });
  }
  return days;
}

function readDay({ line, value }: Line): number {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value) ?? [];
  if (!year) throw new FileFault(line, `«${value}»: only events of whole days are taken.`);
  return Date.parse(readDate(`${year}-${month}-${day}`, line));
}

function kindOf(summary: string): DayKind {
  if (/сокращ[её]нн|предпраздничн|short(ened)? (working )?day/i.test(summary)) return 'short';
  return /(?<![а-яё])рабоч(ий|ая) |(?<!non-)\bworking (day|saturday|sunday)/i.test(summary) ? 'work' : 'off';
}

/** Long lines are folded: what begins with a space goes on. */
function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      last.value += raw.slice(1);
      continue;
    }
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(raw) ?? [];
    if (name !== '') lines.push({ line: at + 1, name: name.toUpperCase(), value: value.trimEnd() });
    else if (raw.trim() !== '') throw new FileFault(at + 1, 'This is no line of an iCalendar file.');
  }
  return lines;
}
