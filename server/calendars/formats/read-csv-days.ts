import { parseCsv } from '../../import/parse-csv';
import { type FileDay, FileFault, readDate, readKind, readMonth } from './read-day';

/**
 * Two kinds of tables: `date,kind,name` by day, or the open data of data.gov.ru, a year in each row with a month in each
 * of the columns after it.
 */
export function readCsvDays(key: string, text: string): FileDay[] {
  const [head, ...rest] = parseCsv(text);
  if (!head) throw new FileFault(1, 'The file is empty.');
  const isTable = head.cells.length > 12;
  const first = head.cells[0]?.trim().toLowerCase() ?? '';
  const hasHead = isTable ? !/^\d{4}$/.test(first) : first === 'date';
  const body = hasHead ? rest : [head, ...rest];
  return body.flatMap(({ line, cells }) => (isTable ? readYear(key, cells, line) : [readRow(cells, line)]));
}

function readRow(cells: readonly string[], line: number): FileDay {
  const [date = '', kind = '', name = ''] = cells;
  const named = name.trim() === '' ? {} : { name: name.trim() };
  return { line, date: readDate(date, line), kind: readKind(kind, line), ...named };
}

function readYear(key: string, cells: readonly string[], line: number): FileDay[] {
  const [year = '', ...months] = cells;
  if (!/^\d{4}$/.test(year.trim())) throw new FileFault(line, `«${year.trim()}» is no year.`);
  if (months.length < 12) throw new FileFault(line, 'A year has twelve months.');
  return months
    .slice(0, 12)
    .flatMap((cell, at) => readMonth(key, Number(year), at + 1, cell.replaceAll(';', ','), line));
}
