import { DAY_KINDS, type DayKind, type DayMark } from '@beseda/shared/domain/production-calendar';

/** A day as a file has it. */
export interface FileDay extends DayMark {
  line: number;
}

/** The file is not what it should be; `reason` is one line that speaks of what stands there. */
export class FileFault extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

export function readDate(text: string, line: number): string {
  const date = text.trim();
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) {
    throw new FileFault(line, `«${date}» is no date; takes YYYY-MM-DD.`);
  }
  return date;
}

export function readKind(text: string, line: number): DayKind {
  const kind = DAY_KINDS.find((known) => known === text.trim().toLowerCase());
  if (!kind) throw new FileFault(line, `«${text.trim()}» is no kind of day; takes ${DAY_KINDS.join(', ')}.`);
  return kind;
}

/** The days that the law of a country names each year, "MM-DD": they close calendars that work at weekends too. */
const HOLIDAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: {
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 8].map((day) => [`01-0${day}`, 'Новогодние каникулы'])),
    '01-07': 'Рождество Христово',
    '02-23': 'День защитника Отечества',
    '03-08': 'Международный женский день',
    '05-01': 'Праздник Весны и Труда',
    '05-09': 'День Победы',
    '06-12': 'День России',
    '11-04': 'День народного единства',
  },
};
/** More weekend days than this are never worked in one month: the file leaves weekends out. */
const MOST_WORKED = 3;

/**
 * A month as Russian open data writes it: the days nobody works, "1,2,8*,9+"; `*` is a shortened working day, `+` a day off
 * that was moved here. A weekend day that is missing is worked.
 */
export function readMonth(key: string, year: number, month: number, cell: string, line: number): FileDay[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const marks = new Map<number, string>();
  for (const item of cell
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, day = '', mark = ''] = /^(\d\d?)([*+]?)$/.exec(item) ?? [];
    if (!(Number(day) >= 1 && Number(day) <= length)) {
      throw new FileFault(line, `«${item}» is no day of month ${month}; takes numbers, with * or + behind.`);
    }
    marks.set(Number(day), mark);
  }
  const days: FileDay[] = [];
  for (let day = 1; day <= length; day++) {
    const read = readMarked(key, new Date(Date.UTC(year, month - 1, day)), marks.get(day));
    if (read) days.push({ ...read, line });
  }
  if (days.filter(({ kind }) => kind === 'work').length > MOST_WORKED) {
    throw new FileFault(line, `The weekends of month ${month} are missing.`);
  }
  return days;
}

function readMarked(key: string, at: Date, mark: string | undefined): DayMark | null {
  const date = at.toISOString().slice(0, 10);
  const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
  if (mark === undefined) return weekend ? { date, kind: 'work' } : null;
  if (mark === '*') return { date, kind: 'short' };
  const name = HOLIDAYS[key]?.[date.slice(5)];
  if (weekend && name === undefined && mark === '') return null;
  return { date, kind: 'off', ...(name === undefined ? {} : { name }) };
}
