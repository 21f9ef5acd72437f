import { type FileDay, FileFault, readDate, readKind, readMonth } from './read-day';

/**
 * One of: xmlcalendar.ru's `{year, months: [{month, days}]}`; our own `{year, days: [{date, kind, name?}]}`, one or a list;
 * a list of holidays `[{date, localName | name}]` as date.nager.at has them.
 */
export function readJsonDays(key: string, text: string): FileDay[] {
  const lines = text.split('\n');
  const lineOf = (part: string) => Math.max(1, lines.findIndex((line) => line.includes(part)) + 1);
  const value = parse(text);
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    const { year, months, days, date } = asObject(item);
    if (Array.isArray(months)) return readMonths(key, year, months, lineOf);
    if (Array.isArray(days)) return days.map((day: unknown) => readDay(asObject(day), lineOf));
    if (date !== undefined) return [readDay({ kind: 'off', ...asObject(item) }, lineOf)];
    throw new FileFault(1, 'Takes {year, months}, {year, days}, or a list of {date, name}.');
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const line = findBadLine(text.split('\n'));
    throw new FileFault(line, 'This is no JSON.');
  }
}

/** The first line that what begins before it cannot go on with: the parser does not always say where it stopped. */
function findBadLine(lines: readonly string[]): number {
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (mayGoOn(lines.slice(0, middle).join('\n'))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? -1);
    return /end of JSON/.test(message) || at >= text.trimEnd().length;
  }
}

function readMonths(
  key: string,
  year: unknown,
  months: unknown[],
  lineOf: (part: string) => number,
): FileDay[] {
  if (!Number.isInteger(year)) throw new FileFault(lineOf('"year"'), 'year must be a number.');
  return months.flatMap((item) => {
    const { month, days } = asObject(item);
    const line = lineOf(typeof days === 'string' ? `"${days}"` : '"months"');
    if (!(Number.isInteger(month) && Number(month) >= 1 && Number(month) <= 12) || typeof days !== 'string') {
      throw new FileFault(line, 'Each of months takes month, 1 to 12, and days, such as "1,2,8*,9+".');
    }
    return readMonth(key, Number(year), Number(month), days, line);
  });
}

function readDay(day: Record<string, unknown>, lineOf: (part: string) => number): FileDay {
  const date = typeof day['date'] === 'string' ? day['date'] : '';
  const line = lineOf(date === '' ? '"days"' : date);
  const name = day['localName'] ?? day['name'];
  const kind = typeof day['kind'] === 'string' ? day['kind'] : '';
  return {
    line,
    date: readDate(date, line),
    kind: readKind(kind, line),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
