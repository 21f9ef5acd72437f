import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../testing/build-server';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { type Knock, TestClient } from '../testing/connect-client';
import {
  type Install,
  personOf,
  prepareInstall,
  signInAgent,
  signInPerson,
} from '../testing/prepare-install';
import { hasRedis, startRedis } from '../testing/redis-server';
import { createServerProcess, findFreePort, type ServerProcess } from '../testing/server-process';

let clone: TestDatabase;
let dataDir: string;
let built: { entry: string; remove: () => Promise<void> };
let install: Install;
const clients: TestClient[] = [];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-nodes-'));
  built = await buildServer();
  install = await prepareInstall(clone, 1);
}, 90_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
  await clone.drop();
});

async function makeNode(redisUrl?: string): Promise<ServerProcess> {
  return createServerProcess(built.entry, {
    PORT: await findFreePort(),
    DATA_DIR: dataDir,
    DATABASE_URL: clone.appUrl,
    DATABASE_OWNER_URL: clone.ownerUrl,
    DEMO: '0',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  });
}

async function enter(node: ServerProcess, knock: Knock): Promise<TestClient> {
  const client = new TestClient(node.url, knock);
  clients.push(client);
  return client.connect();
}

it('a second node without REDIS_URL is refused in one line, and leaves the first one alone', {
  timeout: 90_000,
}, async () => {
  const [first, second] = [await makeNode(), await makeNode()];
  await first.start();
  const refusal = await second.start().then(
    () => 'started',
    (error: Error) => error.message,
  );
  expect(refusal).toMatch(/^[^\n]*REDIS_URL[^\n]*$/);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop();
});

describe.skipIf(!hasRedis)('two nodes that share a Redis (left out where there is no redis-server)', () => {
  let redis: { url: string; stop: () => Promise<void> };
  let a: ServerProcess;
  let b: ServerProcess;
  let desk: string;

  beforeAll(async () => {
    redis = await startRedis();
    [a, b] = [await makeNode(redis.url), await makeNode(redis.url)];
    await Promise.all([a.start(), b.start()]);
    desk = await signInAgent(b.url, install.links[0] ?? '');
  }, 120_000);
  afterAll(async () => {
    await Promise.all([a.stop(), b.stop()]);
    await redis.stop();
  }, 60_000);

  const signIn = (sub: string) => signInPerson(a.url, install.site, personOf('vita', sub));
  const message = (conversationId: string, text: string) => ({
    conversationId,
    clientId: uuidv7(),
    text,
    start: {},
  });

  it('carry messages, typing and read marks to each other', { timeout: 60_000 }, async () => {
    const olga = await enter(a, { session: await signIn('olga') });
    const anna = await enter(b, { desk });
    const conversationId = uuidv7();
    await olga.get('message:send', message(conversationId, 'Вопрос'));
    for (const one of [olga, anna]) await one.get('conversation:open', { conversationId });
    await anna.get('presence:set', { conversationId, mode: 'replying' });
    const typing = await olga.hear('presence:changed', ({ presence }) => presence.length > 0);
    expect(typing.presence).toEqual([{ who: { kind: 'agent', name: 'agent-0' }, mode: 'replying' }]);
    const answer = await anna.get('message:send', message(conversationId, 'Ответ'));
    const heard = await olga.hear('event:recorded', ({ event }) => event.seq === answer.event.seq);
    expect(heard.event).toMatchObject({ prev: 1, message: { text: 'Ответ' } });
    await olga.get('message:send', message(conversationId, 'Спасибо'));
    await anna.hear(
      'event:recorded',
      ({ event }) => event.kind === 'message' && event.message.text === 'Спасибо',
    );
    await anna.get('conversation:read', { conversationId, seq: 3 });
    expect(await olga.hear('read:marked', ({ by, seq }) => by === 'agent' && seq === 3)).toBeDefined();
  });

  it('carry the rows of lists and the counts of queues', { timeout: 60_000 }, async () => {
    const pavel = await signIn('pavel');
    const [one, other] = [await enter(a, { session: pavel }), await enter(b, { session: pavel })];
    const anna = await enter(b, { desk });
    const before = await anna.get('queue:watch', {});
    const { number } = await one.get('message:send', message(uuidv7(), 'Новая тема'));
    expect(await anna.hear('ticket:changed', (row) => row.number === number)).toMatchObject({
      subject: 'Новая тема',
    });
    expect(await other.hear('conversation:changed', (row) => row.number === number)).toMatchObject({
      unread: 0,
    });
    expect((await anna.hear('queue:counted', ({ all }) => all > before.all)).all).toBe(before.all + 1);
  });

  it('close each other’s sockets of a session that ends', { timeout: 60_000 }, async () => {
    const session = await signIn('irina');
    const there = await enter(b, { session });
    const closed = there.closed();
    await fetch(`${a.url}/api/v1/session`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${session}` },
    });
    await closed;
    expect(there.heard).toContainEqual({ fact: 'session:ended', data: { code: 'session_ended' } });
  });

  it('publish what a node that was killed had committed and not told', { timeout: 90_000 }, async () => {
    const session = await signIn('timur');
    const olga = await enter(b, { session });
    const conversationId = uuidv7();
    await olga.get('message:send', message(conversationId, 'Вопрос'));
    await olga.get('conversation:open', { conversationId });
    await a.kill();
    await commitUntold(conversationId);
    const heard = await olga.hear('event:recorded', ({ event }) => event.seq === 2);
    expect(heard.event).toMatchObject({ prev: 1, kind: 'status', to: 'pending' });
    await a.start();
    const back = await enter(a, { session });
    const opened = await back.get('conversation:open', { conversationId, after: 1 });
    expect(opened).toMatchObject({ kind: 'events', events: [{ seq: 2 }] });
  });

  /** What a transaction leaves behind whose node died between COMMIT and the first word about it. */
  async function commitUntold(conversationId: string): Promise<void> {
    const owner = postgres(clone.appUrl, { max: 1 });
    await owner.begin(async (sql) => {
      await sql`select set_config('beseda.actor', 'system', true)`;
      await sql`
        insert into events (conversation_id, seq, prev_public_seq, company_id, kind, audience, author_kind, author_name, data)
        select id, 2, 1, company_id, 'status', 'all', 'system', '', '{"from":"open","to":"pending"}' from conversations
        where id = ${conversationId}`;
      await sql`
        update conversations set last_seq = 2, last_public_seq = 2, updated_at = now() where id = ${conversationId}`;
      await sql`update tickets set status = 'pending' where conversation_id = ${conversationId}`;
    });
    await owner.end();
  }
});
