import { type Key, type Store, TABLES, type Table } from './store';

/** The store where there is no disk: everything is lost with the tab. */
export function createMemoryStore(): Store {
  const tables = new Map<Table, Map<Key, object>>();
  // Above every key that a disk gives, so that what came later stays later.
  let nextOrder = 2 ** 52;

  function rowsOf(table: Table): Map<Key, object> {
    const rows = tables.get(table) ?? new Map<Key, object>();
    tables.set(table, rows);
    return rows;
  }

  function write(table: Table, row: object): void {
    const { keyPath } = TABLES[table];
    const key = (row as Record<string, Key>)[keyPath] ?? nextOrder++;
    rowsOf(table).set(key, { ...row, [keyPath]: key });
  }

  return {
    durable: () => false,
    get: <T>(table: Table, key: Key) => Promise.resolve(rowsOf(table).get(key) as T | undefined),
    list<T>(table: Table, owner?: string) {
      const rows = [...rowsOf(table).values()] as (T & { owner?: string })[];
      return Promise.resolve(rows.filter((row) => !owner || row.owner === owner));
    },
    put(table, row) {
      write(table, row);
      return Promise.resolve();
    },
    delete(table, key) {
      rowsOf(table).delete(key);
      return Promise.resolve();
    },
    update<T extends object>(table: Table, key: Key, change: (row: T | undefined) => T | undefined) {
      const next = change(rowsOf(table).get(key) as T | undefined);
      if (next) write(table, next);
      return Promise.resolve(next);
    },
  };
}
