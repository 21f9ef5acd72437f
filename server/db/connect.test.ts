import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { SYSTEM } from './actor';
import { connectDatabase, type Database } from './connect';
import { isDatabaseAway } from './database-away';

let clone: TestDatabase;
/** The same role: it may end its own connections. */
let killer: postgres.Sql;
let line: Line;
let database: Database;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  killer = postgres(clone.appUrl, { max: 1 });
  line = await openLine(clone.appUrl);
  database = connectDatabase(line.url, { max: 2 });
});
afterAll(async () => {
  await database.close();
  line.close();
  await killer.end();
  await clone.drop();
});

const isWell = () =>
  database.inTransaction(SYSTEM, async ({ sql }) => (await sql`select 1 as one`)[0]?.['one']);

it('refuses a transaction whose line is cut while a statement runs, and works again', async () => {
  const slow = database.inTransaction(SYSTEM, async ({ sql }) => {
    const [self] = await sql`select pg_backend_pid() as pid`;
    void line.cut();
    return sql`select pg_sleep(30), ${self?.['pid']}::int`;
  });
  await expect(slow).rejects.toSatisfy(isDatabaseAway);
  expect(await isWell()).toBe(1);
});

it('refuses what a transaction asks after its line was cut while it did something else', async () => {
  const asked = deferred<unknown>();
  const work = database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`select 1`;
    await line.cut();
    const late = (async () => sql`select 2`)();
    asked.resolve(late.catch((error: unknown) => error));
    return late;
  });
  await expect(work).rejects.toSatisfy(isDatabaseAway);
  expect(await asked.promise).toSatisfy(isDatabaseAway);
  expect(await isWell()).toBe(1);
});

it('refuses a transaction that the server itself ends, and works again', async () => {
  const ended = database.inTransaction(SYSTEM, async ({ sql }) => {
    const [self] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const sleeping = sql`select pg_sleep(30)`.execute();
    await killer`select pg_terminate_backend(${self?.pid ?? 0})`;
    return sleeping;
  });
  await expect(ended).rejects.toSatisfy(isDatabaseAway);
  expect(await isWell()).toBe(1);
});

it('still rolls back what the work itself refuses', async () => {
  const work = database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`create temporary table gone (id int)`;
    throw new Error('refused');
  });
  await expect(work).rejects.toThrow('refused');
  expect(await isWell()).toBe(1);
});

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

interface Line {
  url: string;
  /** Breaks every connection; resolves when the client's ends know. */
  cut(): Promise<void>;
  close(): void;
}

/** A line to the real database that can be cut. */
async function openLine(appUrl: string): Promise<Line> {
  const target = new URL(appUrl);
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.pipe(far);
    far.pipe(near);
    for (const end of [near, far]) end.on('error', () => {}).on('close', () => open.delete(near));
    open.add(near);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(appUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: async () => {
      const closed = [...open].map((end) => new Promise((resolve) => end.once('close', resolve)));
      for (const end of open) end.destroy();
      await Promise.all(closed);
      await new Promise((resolve) => {
        setImmediate(() => setImmediate(resolve));
      });
    },
    close: () => {
      for (const end of open) end.destroy();
      server.close();
    },
  };
}
