/** Tables of the client's storage. Rows of a person carry `owner`; another person never reads them. */
const TABLES = {
  /** Messages not yet taken by the server; `order` is given by the table, ascending across tabs. */
  outbox: { keyPath: 'order', autoIncrement: true },
  /** Unsent text and files, one row per owner and conversation. */
  drafts: { keyPath: 'key' },
  /** Bytes of attached files, until the message they belong to is stored. */
  files: { keyPath: 'clientId' },
  /** Who may send, where the browser has no locks. */
  leases: { keyPath: 'key' },
} as const;
export type Table = keyof typeof TABLES;
export type Key = string | number;

/** A row-wise store shared by all tabs of the origin. Nothing here rejects: what the disk refuses is kept in memory. */
export interface Store {
  /** False once something had to be kept in memory only: it is lost with the tab. */
  durable(): boolean;
  get<T>(table: Table, key: Key): Promise<T | undefined>;
  /** Rows of the table, or of one owner in it, ascending by key. */
  list<T>(table: Table, owner?: string): Promise<T[]>;
  /** Writes a row and answers its key. */
  put(table: Table, row: object): Promise<Key>;
  delete(table: Table, key: Key): Promise<void>;
  /** Reads and writes one row without anybody in between; `undefined` from `change` leaves it as it is. */
  update<T extends object>(
    table: Table,
    key: Key,
    change: (row: T | undefined) => T | undefined,
  ): Promise<T | undefined>;
}

/** Opens the store `name`, in memory where IndexedDB is missing or refused. */
export async function openStore(name: string, factory = globalThis.indexedDB): Promise<Store> {
  const disk = await openDisk(name, factory).catch(() => null);
  return createStore(disk);
}

function openDisk(name: string, factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) return reject(new Error('no IndexedDB'));
    const request = factory.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [table, shape] of Object.entries(TABLES)) request.result.createObjectStore(table, shape);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('IndexedDB is refused')));
  });
}

function createStore(disk: IDBDatabase | null): Store {
  const memory = new Map<Table, Map<Key, object>>();
  let durable = disk !== null;
  // Above every key that the disk gives, so that what came later stays later.
  let nextOrder = 2 ** 52;

  const rowsOf = (table: Table) => {
    const rows = memory.get(table) ?? new Map<Key, object>();
    memory.set(table, rows);
    return rows;
  };

  function keep(table: Table, row: object): Key {
    durable = false;
    const { keyPath } = TABLES[table];
    const key = (row as Record<string, Key>)[keyPath] ?? nextOrder++;
    rowsOf(table).set(key, { ...row, [keyPath]: key });
    return key;
  }

  /** Runs `work` in one transaction and answers its result after the commit; null where the disk refuses. */
  function onDisk<T>(
    table: Table,
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => IDBRequest<T>,
  ): Promise<{ result: T } | null> {
    return new Promise((resolve) => {
      try {
        const transaction = (disk as IDBDatabase).transaction(table, mode);
        const request = work(transaction.objectStore(table));
        transaction.addEventListener('complete', () => resolve({ result: request.result }));
        transaction.addEventListener('abort', () => resolve(null));
      } catch {
        resolve(null);
      }
    });
  }

  return {
    durable: () => durable,
    async get<T>(table: Table, key: Key) {
      const kept = rowsOf(table).get(key);
      return (kept ?? (await onDisk(table, 'readonly', (rows) => rows.get(key)))?.result) as T | undefined;
    },
    async list<T>(table: Table, owner?: string) {
      const stored = await onDisk<object[]>(table, 'readonly', (rows) => rows.getAll());
      const all = [...(stored?.result ?? []), ...rowsOf(table).values()];
      return all.filter((row) => !owner || (row as { owner?: string }).owner === owner) as T[];
    },
    async put(table, row) {
      const stored = await onDisk(table, 'readwrite', (rows) => rows.put(row));
      return (stored?.result as Key | undefined) ?? keep(table, row);
    },
    async delete(table, key) {
      rowsOf(table).delete(key);
      await onDisk(table, 'readwrite', (rows) => rows.delete(key) as IDBRequest<unknown>);
    },
    async update<T extends object>(table: Table, key: Key, change: (row: T | undefined) => T | undefined) {
      const kept = rowsOf(table).get(key) as T | undefined;
      let next: T | undefined;
      const done =
        !kept &&
        (await onDisk(table, 'readwrite', (rows) => {
          const request = rows.get(key) as IDBRequest<T | undefined>;
          request.addEventListener('success', () => {
            next = change(request.result);
            if (next) rows.put(next);
          });
          return request;
        }));
      if (done) return next;
      next = change(kept);
      if (next) keep(table, next);
      return next;
    },
  };
}
