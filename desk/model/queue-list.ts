import type { QueueView } from '@beseda/shared/domain/words';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import { belongsTo, compareRows } from './queue-order';

/** The loaded head of one view. `next` is the cursor of what follows; null when everything is here. */
export interface QueueList {
  view: QueueView;
  query: string;
  rows: readonly QueueRow[];
  next: string | null;
}

export type RowChange = 'inserted' | 'updated' | 'moved' | 'removed' | 'ignored';

/** Of two states of one ticket the later; the second when they are of the same moment. */
function laterRow(a: QueueRow, b: QueueRow): QueueRow {
  if (a.lastSeq !== b.lastSeq) return a.lastSeq > b.lastSeq ? a : b;
  return a.updatedAt > b.updatedAt ? a : b;
}

/** Adds a page behind the rows. `facts` are changes that arrived meanwhile: they win over what the page says. */
export function mergePage(
  list: QueueList,
  page: Page<QueueRow>,
  facts: ReadonlyMap<number, QueueRow>,
  agentId: string,
): QueueList {
  const known = new Set(list.rows.map((row) => row.number));
  const rows = [...list.rows];
  for (const row of page.results) {
    const fact = facts.get(row.number);
    const latest = fact ? laterRow(row, fact) : row;
    if (known.has(row.number) || !belongsTo(list.view, latest, agentId)) continue;
    if (latest === row) rows.push(row);
    else insertRow(rows, latest, list.view);
  }
  return { ...list, rows, next: page.next };
}

/**
 * Takes one changed ticket into the list: inserts, updates in place, moves or removes it.
 * A row that would stand behind the last loaded one waits for its page. A search is kept as found: rows change and leave, none arrive.
 */
export function mergeFact(
  list: QueueList,
  fact: QueueRow,
  agentId: string,
): { list: QueueList; change: RowChange } {
  const at = list.rows.findIndex((row) => row.number === fact.number);
  const current = list.rows[at];
  if (current && laterRow(current, fact) !== fact) return { list, change: 'ignored' };
  if (!current && list.query !== '') return { list, change: 'ignored' };
  const rows = list.rows.filter((_, index) => index !== at);
  const done = (change: RowChange, next: readonly QueueRow[] = rows) => ({
    list: change === 'ignored' ? list : { ...list, rows: next },
    change,
  });
  if (!belongsTo(list.view, fact, agentId)) return done(current ? 'removed' : 'ignored');
  const to = insertRow(rows, fact, list.view);
  if (to === rows.length - 1 && list.next !== null && to !== at) {
    return done(current ? 'removed' : 'ignored', rows.slice(0, -1));
  }
  if (!current) return done('inserted');
  return done(to === at ? 'updated' : 'moved');
}

/** Puts a row where it belongs in sorted rows; gives its index. */
function insertRow(rows: QueueRow[], row: QueueRow, view: QueueView): number {
  const compare = compareRows(view);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rows[middle];
    if (other && compare(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  rows.splice(low, 0, row);
  return low;
}
