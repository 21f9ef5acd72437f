/** Tables of the client's storage. Rows of a person carry `owner`; another person never reads them. */
export const TABLES = {
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
  put(table: Table, row: object): Promise<void>;
  delete(table: Table, key: Key): Promise<void>;
  /** Reads and writes one row without anybody in between; `undefined` from `change` leaves it as it is. */
  update<T extends object>(
    table: Table,
    key: Key,
    change: (row: T | undefined) => T | undefined,
  ): Promise<T | undefined>;
}

/** A disk that is slower than this counts as refused; what lies there is sent when the page is loaded again. */
const ANSWER_MS = 4000;

/** Opens the store `name`, in memory where IndexedDB is missing, refused or silent. */
export async function openStore(name: string, factory = globalThis.indexedDB): Promise<Store> {
  const disk = await openDisk(name, factory).catch(() => null);
  return disk ? createStore(disk) : (await import('./memory-store')).createMemoryStore();
}

function openDisk(name: string, factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Error('no IndexedDB'));
    if (!factory) return refuse();
    const request = factory.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [table, shape] of Object.entries(TABLES)) request.result.createObjectStore(table, shape);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', refuse);
    // Some browsers never answer, until they are started anew.
    setTimeout(refuse, ANSWER_MS);
  });
}

function createStore(disk: IDBDatabase): Store {
  /** Takes what the disk refuses, when it is full. */
  let memory: Store | null = null;

  /** Runs `work` in one transaction and answers its result after the commit; null where the disk refuses. */
  function onDisk<T>(
    table: Table,
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => { readonly result: T },
  ): Promise<{ readonly result: T } | null> {
    return new Promise((resolve) => {
      try {
        const transaction = disk.transaction(table, mode);
        const request = work(transaction.objectStore(table));
        transaction.addEventListener('complete', () => resolve(request));
        transaction.addEventListener('abort', () => resolve(null));
      } catch {
        resolve(null);
      }
    });
  }

  return {
    durable: () => !memory,
    async get<T>(table: Table, key: Key) {
      const stored = await onDisk<T | undefined>(table, 'readonly', (rows) => rows.get(key));
      return stored?.result ?? memory?.get<T>(table, key);
    },
    async list<T>(table: Table, owner?: string) {
      const stored = await onDisk<T[]>(table, 'readonly', (rows) => rows.getAll());
      const rows = [...(stored?.result ?? []), ...((await memory?.list<T>(table)) ?? [])];
      return rows.filter((row) => !owner || (row as { owner?: string }).owner === owner);
    },
    async put(table, row) {
      if (await onDisk<unknown>(table, 'readwrite', (rows) => rows.put(row))) return;
      memory ??= (await import('./memory-store')).createMemoryStore();
      await memory.put(table, row);
    },
    async delete(table, key) {
      await onDisk<unknown>(table, 'readwrite', (rows) => rows.delete(key));
      await memory?.delete(table, key);
    },
    async update<T extends object>(table: Table, key: Key, change: (row: T | undefined) => T | undefined) {
      if (await memory?.get(table, key)) return memory?.update(table, key, change);
      let next: T | undefined;
      await onDisk<T | undefined>(table, 'readwrite', (rows) => {
        const request = rows.get(key) as IDBRequest<T | undefined>;
        request.addEventListener('success', () => {
          next = change(request.result);
          if (next) rows.put(next);
        });
        return request;
      });
      return next;
    },
  };
}
