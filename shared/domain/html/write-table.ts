import { findElement, type HtmlElement, type HtmlNode, isElement, styleOf } from './html-tree';
import type { HtmlWriter } from './html-writer';

interface Cell {
  text: string;
  align: string;
  isHead: boolean;
}

const MAX_COLUMNS = 60;
const CELL_BREAK = '<br>';

/**
 * A table as Markdown: a cell over several columns is followed by empty ones, one over several rows is said again. Null: it
 * only lays out what is in it (one cell or column, or blocks that no cell of Markdown can hold).
 */
export function writeTable(table: HtmlElement, writer: HtmlWriter): string | null {
  const rows = rowsOf(table);
  const cells = rows.map((row) => row.children.filter((node) => isElement(node, 'td', 'th')));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (columns < 2 || /^(?:presentation|none)$/.test(table.attributes.role ?? '')) return null;
  if (findElement(table.children.flatMap(inside), 'table', 'pre', 'hr', 'h1', 'h2', 'h3')) return null;
  const grid = layOut(rows, writer);
  const width = Math.max(...grid.map((row) => row.length));
  const head = takeHead(grid);
  const lines = [head, ...grid].map((row) => writeRow(row, width));
  const aligns = Array.from({ length: width }, (_, at) => alignOf([head, ...grid], at));
  lines.splice(1, 0, `|${aligns.map((align) => ` ${align} `).join('|')}|`);
  const caption = table.children.find((node) => isElement(node, 'caption'));
  const title = caption ? writer.inline([caption], ' ') : '';
  return title === '' ? lines.join('\n') : `**${title.replace(/^\*\*|\*\*$/g, '')}**\n\n${lines.join('\n')}`;
}

/** What a table that only lays out holds, cell by cell. */
export function cellsOf(table: HtmlElement): HtmlNode[][] {
  return rowsOf(table).flatMap((row) =>
    row.children.flatMap((node) => (isElement(node, 'td', 'th') ? [[...node.children]] : [])),
  );
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((node) => {
    if (isElement(node, 'tr')) return [node];
    return isElement(node, 'thead', 'tbody', 'tfoot') ? rowsOf(node) : [];
  });
}

function inside(node: HtmlNode): readonly HtmlNode[] {
  return typeof node === 'string' ? [] : node.children;
}

function layOut(rows: readonly HtmlElement[], writer: HtmlWriter): Cell[][] {
  const hanging: { left: number; cell: Cell }[] = [];
  return rows.map((row) => {
    const laid: Cell[] = [];
    const fill = () => {
      for (let over = hanging[laid.length]; over && over.left > 0; over = hanging[laid.length]) {
        over.left--;
        laid.push(over.cell);
      }
    };
    for (const node of row.children) {
      if (!isElement(node, 'td', 'th')) continue;
      fill();
      const cell = readCell(node, writer);
      const below = span(node.attributes.rowspan) - 1;
      for (let over = 0; over < span(node.attributes.colspan) && laid.length < MAX_COLUMNS; over++) {
        const part = over === 0 ? cell : { ...cell, text: '' };
        hanging[laid.length] = { left: below, cell: part };
        laid.push(part);
      }
    }
    fill();
    return laid;
  });
}

function span(given: string | undefined): number {
  const number = Number.parseInt(given ?? '1', 10);
  return Number.isSafeInteger(number) ? Math.min(Math.max(number, 1), 1000) : 1;
}

function readCell(cell: HtmlElement, writer: HtmlWriter): Cell {
  const text = writer.inline(cell.children, CELL_BREAK).replace(/\|/g, '\\|');
  const align = (cell.attributes.align ?? '').toLowerCase() || styleOf(cell, 'text-align');
  return { text, align, isHead: cell.tag === 'th' };
}

/** The first row, when it is marked as the heads of columns or all in bold; else empty heads. */
function takeHead(grid: Cell[][]): Cell[] {
  const first = grid[0] ?? [];
  const said = first.filter(({ text }) => text !== '');
  const isHead = said.length > 0 && said.every(({ text, isHead }) => isHead || isBold(text));
  if (!isHead) return [];
  grid.shift();
  return first.map((cell) => (isBold(cell.text) ? { ...cell, text: cell.text.slice(2, -2) } : cell));
}

function isBold(text: string): boolean {
  return /^\*\*[^*]+\*\*$/.test(text);
}

function writeRow(row: readonly Cell[], width: number): string {
  return `|${Array.from({ length: width }, (_, at) => ` ${row[at]?.text ?? ''} `).join('|')}|`;
}

function alignOf(rows: readonly Cell[][], at: number): string {
  const aligns = new Set(rows.flatMap((row) => (row[at] && row[at].text !== '' ? [row[at].align] : [])));
  const [align] = aligns;
  if (aligns.size !== 1) return '---';
  return align === 'right' ? '---:' : align === 'center' ? ':---:' : '---';
}
