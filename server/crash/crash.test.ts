import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../testing/build-server';
import { TestClient } from '../testing/connect-client';
import {
  type Install,
  personOf,
  prepareDataDir,
  signInAgent,
  signInPerson,
} from '../testing/prepare-install';
import { createServerProcess, findFreePort, type ServerProcess } from '../testing/server-process';
import { Author, toKept } from './author';
import { checkHistory, type Kept } from './check-history';

const KILLS = 20;
/** A kill comes in the middle of the load, after up to so many further acks. */
const LONGEST_LIFE = 80;
const PEOPLE = ['olga', 'pavel', 'irina', 'timur', 'marina'];
const LOOPS = 3;

let dataDir: string;
let built: { entry: string; remove: () => Promise<void> };
let install: Install;
let server: ServerProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-crash-'));
  built = await buildServer();
  install = await prepareDataDir(dataDir, 1);
  server = createServerProcess(built.entry, { PORT: await findFreePort(), DATA_DIR: dataDir, DEMO: '0' });
  await server.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
});

/** All of a conversation, as an agent reads it for the first time: the last page and those before it. */
async function readAll(desk: TestClient, conversationId: string): Promise<Kept[]> {
  const opened = await desk.get('conversation:open', { conversationId });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  let { events, hasEarlier } = opened.thread;
  while (hasEarlier) {
    const earlier = await desk.get('conversation:open', { conversationId, before: events[0]?.seq ?? 0 });
    if (earlier.kind !== 'earlier') throw new Error('nothing earlier');
    events = [...earlier.events, ...events];
    hasEarlier = earlier.hasEarlier;
  }
  return events.flatMap((event) => toKept(event) ?? []);
}

const countAcks = (authors: readonly Author[]) =>
  authors.reduce((sum, { sent }) => sum + sent.filter(({ seq }) => seq !== null).length, 0);

it(`keeps every acknowledged message once and in order over ${KILLS} kills under load`, {
  timeout: 240_000,
}, async () => {
  const desk = await signInAgent(server.url, install.links[0] ?? '');
  const anna = new Author(server.url, 'Anna', 'agent', { desk });
  const boris = new Author(server.url, 'Boris', 'agent', { desk });
  const requesters = await Promise.all(
    PEOPLE.map(async (name) => {
      const session = await signInPerson(server.url, install.site, personOf('vita', name));
      return { author: new Author(server.url, name, 'requester', { session }), conversationId: uuidv7() };
    }),
  );
  const all = [anna, boris, ...requesters.map(({ author }) => author)];
  for (const { author, conversationId } of requesters) {
    await author.send(conversationId, true);
    for (const viewer of [author, anna, boris]) await viewer.watch(conversationId);
  }
  const loops = requesters.flatMap(({ author, conversationId }) => [
    author.write(conversationId, true),
    anna.write(conversationId, true),
    ...Array.from({ length: LOOPS }, () => boris.write(conversationId, false)),
  ]);
  for (let kill = 0; kill < KILLS; kill++) {
    const enough = countAcks(all) + Math.random() * LONGEST_LIFE;
    while (countAcks(all) < enough) await delay(3);
    await server.kill();
    await server.start();
  }
  for (const author of all) author.stop();
  await Promise.all(loops);
  const views = (await Promise.all(all.map((author) => author.settle()))).flat();
  const reader = await new TestClient(server.url, { desk }).connect();
  const stored = new Map<string, Kept[]>();
  for (const { conversationId } of requesters)
    stored.set(conversationId, await readAll(reader, conversationId));
  const sent = all.flatMap((author) => author.sent);
  expect(checkHistory({ sent, stored, views })).toEqual([]);
  expect(sent.length).toBeGreaterThan(KILLS * PEOPLE.length);
  for (const one of [...all, reader]) one.close();
});
