import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../testing/build-server';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { TestClient } from '../testing/connect-client';
import { type Install, personOf, prepareInstall, signInPerson } from '../testing/prepare-install';
import { hasRedis, startRedis } from '../testing/redis-server';
import { createServerProcess, findFreePort, type ServerProcess } from '../testing/server-process';

const AGENTS = 2;
/** After a restart, deadlines that have passed meanwhile are found within 30 s. */
const SOON = { timeout: 30_000, interval: 200 };

let clone: TestDatabase;
let dataDir: string;
let built: { entry: string; remove: () => Promise<void> };
let install: Install;
let owner: postgres.Sql;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-deadlines-'));
  built = await buildServer();
  install = await prepareInstall(clone, AGENTS);
  owner = postgres(clone.ownerUrl, { max: 1, onnotice: () => {} });
  // A fresh install reckons anew once, as its rules are new: that would move the deadlines set here.
  await asSystem((sql) => sql`delete from clock_recounts`);
}, 90_000);
afterAll(async () => {
  await owner.end();
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
  await clone.drop();
});

async function makeNode(redis?: string): Promise<ServerProcess> {
  return createServerProcess(built.entry, {
    PORT: await findFreePort(),
    DATA_DIR: dataDir,
    DATABASE_URL: clone.appUrl,
    DATABASE_OWNER_URL: clone.ownerUrl,
    DEMO: '0',
    ...(redis ? { REDIS_URL: redis } : {}),
  });
}

async function askMuch(node: ServerProcess, count: number): Promise<string[]> {
  const session = await signInPerson(node.url, install.site, personOf('vita', uuidv7()));
  const client = await new TestClient(node.url, { session }).connect();
  const ids = Array.from({ length: count }, () => uuidv7());
  for (const conversationId of ids) {
    await client.get('message:send', { conversationId, clientId: uuidv7(), text: 'Вопрос', start: {} });
  }
  client.close();
  return ids;
}

function asSystem<T>(work: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return owner.begin(async (sql) => {
    await sql`select set_config('beseda.actor', 'system', true)`;
    return work(sql);
  }) as Promise<T>;
}

/** As if their time had passed this moment. */
const letPass = (ids: string[]) =>
  asSystem(
    (sql) => sql`
      update clocks set due_at = now(), next_alert_at = now(), alert_level = 1 where conversation_id = any(${ids})`,
  );

const found = (ids: string[]) =>
  asSystem(async (sql) => {
    const [row] = await sql`
      select (select count(*)::int from alerts where conversation_id = any(${ids})) as alerts,
        (select count(*)::int from events where conversation_id = any(${ids}) and kind = 'promise') as misses`;
    return row;
  });

it('a deadline that passes while the server is dead is told after its restart, once', {
  timeout: 120_000,
}, async () => {
  const node = await makeNode();
  await node.start();
  const ids = await askMuch(node, 3);
  await node.kill();
  await letPass(ids);
  expect(await found(ids)).toEqual({ alerts: 0, misses: 0 });
  const once = { alerts: 3 * AGENTS, misses: 3 };
  await node.start();
  await expect.poll(() => found(ids), SOON).toEqual(once);
  await node.kill();
  await node.start();
  const [later] = [await askMuch(node, 1)];
  await letPass(later);
  await expect.poll(() => found(later), SOON).toEqual({ alerts: AGENTS, misses: 1 });
  expect(await found(ids)).toEqual(once);
  await node.stop();
});

it.skipIf(!hasRedis)('two nodes tell of each deadline once', { timeout: 120_000 }, async () => {
  const redis = await startRedis();
  const nodes = [await makeNode(redis.url), await makeNode(redis.url)];
  await Promise.all(nodes.map((node) => node.start()));
  const ids = await askMuch(nodes[0] as ServerProcess, 40);
  await letPass(ids);
  await expect.poll(() => found(ids), SOON).toEqual({ alerts: 40 * AGENTS, misses: 40 });
  const last = await askMuch(nodes[1] as ServerProcess, 1);
  await letPass(last);
  await expect.poll(() => found(last), SOON).toEqual({ alerts: AGENTS, misses: 1 });
  expect(await found(ids)).toEqual({ alerts: 40 * AGENTS, misses: 40 });
  await Promise.all(nodes.map((node) => node.stop()));
  await redis.stop();
});
