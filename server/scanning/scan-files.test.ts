import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { applyEvents } from '@beseda/shared/domain/apply-event';
import type { AgentThread, RequesterThread } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../config/read-environment';
import { type Context, contextFor } from '../context/context';
import { openConversation } from '../conversations/open-conversation';
import { presentForAgent, presentForRequester } from '../conversations/present-event';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { readFile } from '../files/read-file';
import { createLinkSigner, type FileLink } from '../files/sign-link';
import { uploadFile } from '../files/upload-file';
import { checkScanner } from '../start/check-scanner';
import { type ClamdServer, EICAR, openClamdServer } from '../testing/clamd-server';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { scanFiles } from './scan-files';

const STREAM_LIMIT = 100_000;

let clone: TestDatabase;
let dataDir: string;
let clamd: ClamdServer;
let services: TestServices;
let olga: Context;
let anna: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-scan-'));
  clamd = await openClamdServer(STREAM_LIMIT);
  services = makeServices(clone.appUrl, {
    files: createFileStore({ dataDir }),
    environment: { ...readEnvironment({}, '/'), clamd: clamd.address },
  });
  olga = contextFor(services, await makeRequester(services));
  anna = contextFor(services, await makeAgent(services));
});
afterAll(async () => {
  await clamd.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  services.clock.now += 300_000;
  await scanFiles(services);
  services.published.length = 0;
});

const upload = (ctx: Context, content: string | Buffer, name = 'a.txt') =>
  uploadFile(ctx, { clientId: uuidv7(), name, source: Readable.from([Buffer.from(content)]) });

async function send(
  ctx: Context,
  ids: string[],
  conversationId = uuidv7(),
  kind: 'message' | 'note' = 'message',
) {
  const input = { conversationId, clientId: uuidv7(), text: 'Файл', attachments: ids, start: {} };
  await sendMessage(ctx, input, { kind, channel: 'widget' });
  return conversationId;
}

async function snapshot(ctx: Context, conversationId: string): Promise<RequesterThread | AgentThread> {
  const opened = await openConversation(ctx, { conversationId });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  return opened.thread;
}

async function fileOf(ctx: Context, conversationId: string) {
  const [event] = (await snapshot(ctx, conversationId)).events;
  return event?.kind === 'message' ? event.message.attachments[0] : undefined;
}

function open(link = '') {
  const url = new URL(link, 'http://x');
  const query = Object.fromEntries(url.searchParams) as unknown as Omit<FileLink, 'e'> & { e: string };
  return readFile(services, { ...query, id: url.pathname.split('/').at(-1) ?? '', e: Number(query.e) });
}

describe('a file of a message', () => {
  it('is shown as being checked and kept shut, then given out, to both sides', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const { id } = await upload(olga, png, 'a.png');
    const conversationId = await send(olga, [id]);
    const held = [await snapshot(olga, conversationId), await snapshot(anna, conversationId)];
    const before = await fileOf(anna, conversationId);
    expect(before).toMatchObject({ name: 'a.png', state: 'checking' });
    expect(before).not.toHaveProperty('thumbUrl');
    await expect(open(before?.url)).rejects.toMatchObject({ code: 'file_not_checked' });
    expect(await scanFiles(services)).toBe(1);
    const after = await fileOf(olga, conversationId);
    expect(after).not.toHaveProperty('state');
    expect(after).toMatchObject({ width: 9, thumbUrl: expect.any(String) });
    await expect(open(after?.url)).resolves.toMatchObject({ type: 'image/png' });
    for (const [at, ctx] of [olga, anna].entries()) {
      const thread = held[at] as RequesterThread;
      const after = thread.conversation.lastSeq;
      const resumed = await openConversation(ctx, { conversationId, after });
      if (resumed.kind !== 'events') throw new Error('no events');
      const applied = applyEvents(thread, resumed.events as RequesterThread['events']);
      expect(applied.thread).toEqual(await snapshot(ctx, conversationId));
    }
  });

  it('with a virus gives way to an explanation, wherever the same content stands, and its bytes go', async () => {
    const first = await upload(olga, `${EICAR} one`);
    const second = await upload(anna, `${EICAR} one`);
    const conversationId = await send(olga, [first.id]);
    await send(anna, [second.id], conversationId);
    await scanFiles(services);
    const file = await fileOf(olga, conversationId);
    expect(file).toMatchObject({ state: 'infected', threat: 'Eicar-Test-Signature' });
    await expect(open(file?.url)).rejects.toMatchObject({ code: 'file_infected' });
    expect(await services.files.find(first.sha256, 'original')).toBeNull();
    const told = services.published.filter(({ kind }) => kind === 'file');
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ conversationId: id }) => id))).toEqual(new Set([conversationId]));
  });

  it('in a note is told of to agents only', async () => {
    const conversationId = await send(olga, []);
    const { id } = await upload(anna, `${EICAR} note`);
    await send(anna, [id], conversationId, 'note');
    await scanFiles(services);
    const [event] = services.published.filter(({ kind }) => kind === 'file');
    const sign = createLinkSigner('test', () => services.clock.now);
    expect(event && presentForRequester(event, sign)).toBeNull();
    expect(event && presentForAgent(event, sign)).toMatchObject({ file: { state: 'infected' } });
  });

  it('that is sent while it is looked at is told of where it went', async () => {
    let goOn = () => {};
    clamd.hold = new Promise((resolve) => {
      goOn = resolve;
    });
    const { id } = await upload(olga, `${EICAR} late`);
    const scanning = scanFiles(services);
    const conversationId = await send(olga, [id]);
    goOn();
    await scanning;
    expect(await fileOf(olga, conversationId)).toMatchObject({ state: 'infected' });
    expect(services.published.filter(({ kind }) => kind === 'file')).toHaveLength(1);
  });

  it('is looked at once by two nodes', async () => {
    const { id } = await upload(olga, 'once');
    await send(olga, [id]);
    const before = clamd.scans;
    await Promise.all([scanFiles(services), scanFiles(services)]);
    expect(clamd.scans).toBe(before + 1);
    expect(services.published.filter(({ kind }) => kind === 'file')).toHaveLength(1);
  });

  it('too large for the scanner stays shut and says so', async () => {
    const { id } = await upload(olga, 'x'.repeat(STREAM_LIMIT + 1));
    const conversationId = await send(olga, [id]);
    await scanFiles(services);
    const file = await fileOf(olga, conversationId);
    expect(file).toMatchObject({ state: 'unchecked' });
    await expect(open(file?.url)).rejects.toMatchObject({ code: 'file_not_checked' });
  });
});

it('waits for a scanner that is away, and goes on when it is back', async () => {
  const { address } = clamd;
  const away = {
    ...services,
    environment: { ...services.environment, clamd: { host: '127.0.0.1', port: 9 } },
  };
  const { id } = await upload(olga, 'patience');
  const conversationId = await send(olga, [id]);
  expect(await scanFiles(away)).toBe(0);
  expect(await scanFiles(services)).toBe(0);
  expect(await fileOf(olga, conversationId)).toMatchObject({ state: 'checking' });
  services.clock.now += 5_000;
  expect(await scanFiles(services)).toBe(1);
  expect(await fileOf(olga, conversationId)).not.toHaveProperty('state');
  expect(services.environment.clamd).toBe(address);
});

it('that is cut off again and again counts as one that the scanner does not take', async () => {
  const { id } = await upload(olga, 'cut');
  const conversationId = await send(olga, [id]);
  clamd.cutting = true;
  for (let attempt = 1; attempt < 6; attempt++) {
    expect(await scanFiles(services)).toBe(0);
    services.clock.now += 61_000;
  }
  expect(await scanFiles(services)).toBe(1);
  clamd.cutting = false;
  expect(await fileOf(olga, conversationId)).toMatchObject({ state: 'unchecked' });
});

it('lets go what waits when there is no scanner any more', async () => {
  const { id } = await upload(olga, 'no scanner');
  const conversationId = await send(olga, [id]);
  await scanFiles({ ...services, environment: { ...services.environment, clamd: null } });
  expect(await fileOf(olga, conversationId)).not.toHaveProperty('state');
});

it('takes a file for checked at once where no scanner is', async () => {
  const without = { ...services, environment: { ...services.environment, clamd: null } };
  const file = await upload(contextFor(without, olga.actor), 'plain');
  expect(file).not.toHaveProperty('state');
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ state: string }[]>`select state from attachments where id = ${file.id}`,
  );
  expect(row?.state).toBe('ready');
});

describe('CLAMD_URL', () => {
  const read = (url: string) => readEnvironment({ CLAMD_URL: url }, '/').clamd;

  it('is a host with a port, or a socket of this machine', () => {
    expect(read('tcp://scanner.example:3311')).toEqual({ host: 'scanner.example', port: 3311 });
    expect(read('tcp://[::1]')).toEqual({ host: '::1', port: 3310 });
    expect(read('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  });

  it.each(['localhost:3310', 'http://localhost:3310', 'unix:clamd.ctl', 'tcp://x/y'])(
    'is refused as it stands: %s',
    (url) => expect(() => read(url)).toThrow(/^CLAMD_URL takes where clamd listens/),
  );

  it('stops the start where no scanner answers', async () => {
    const environment = readEnvironment({ CLAMD_URL: 'tcp://127.0.0.1:9' }, '/');
    await expect(checkScanner(environment)).rejects.toThrow(
      /^CLAMD_URL takes .*nothing answers PING there\.$/,
    );
    await expect(checkScanner({ ...environment, clamd: clamd.address })).resolves.toBeUndefined();
  });
});
