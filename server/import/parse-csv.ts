export interface CsvRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
}

const QUOTE = '"';

/**
 * RFC 4180, with the semicolon or the tab where the first line has more of them than commas (as spreadsheets write in
 * Russian). Quoted cells may hold line ends. Empty lines are left out. A quote that never closes ends with the text.
 */
export function parseCsv(given: string): CsvRow[] {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let [line, begun, cell, quoted] = [1, 1, '', false];
  let cells: string[] = [];
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') rows.push({ line: begun, cells });
    [cells, cell, begun] = [[], '', line + 1];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== QUOTE) cell += sign;
      else if (text[at + 1] === QUOTE) cell += text[++at];
      else quoted = false;
    } else if (sign === QUOTE && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
    if (sign === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
