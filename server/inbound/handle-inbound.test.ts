import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { createFileStore } from '../files/create-file-store';
import { sweepOrphans } from '../files/sweep-orphans';
import { removeAged } from '../retention/remove-aged';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { deleteTicket } from '../tickets/delete-ticket';
import { claimInbound } from './claim-inbound';
import { handleInbound } from './handle-inbound';
import { listInbound } from './list-inbound';
import { readRaw } from './read-raw';
import { retryInbound } from './retry-inbound';
import { type ArrivedMail, storeInbound } from './store-inbound';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANY = { large: true };
const ENVELOPE = { from: 'olga@vita.example', to: ['support@desk.example'] };

let clone: TestDatabase | undefined;
let services: TestServices;
/** A second process on the same database and files. */
let neighbour: TestServices;
let agent: Context;
let dataDir: string;

beforeEach(async () => {
  await close();
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-inbound-'));
  const files = createFileStore({ dataDir });
  services = makeServices(clone.appUrl, { files });
  neighbour = makeServices(clone.appUrl, { files });
  agent = as(services, { ...(await makeAgent(services)), role: 'admin' });
  await makeRequester(services);
  await changeSetting(as(services, SYSTEM), { key: 'mail.authentication', value: 'none' });
});
afterAll(close);

async function close(): Promise<void> {
  await services?.database.close();
  await neighbour?.database.close();
  await clone?.drop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
}

interface Written {
  id?: string;
  from?: string;
  subject?: string;
  text?: string;
}

function write({
  id = 'a1@vita.example',
  from = ENVELOPE.from,
  subject = 'Вывод',
  text: body = 'Где вывод?',
}: Written = {}) {
  return [
    `Message-ID: <${id}>`,
    `From: Olga <${from}>`,
    'To: support@desk.example',
    'Date: Mon, 23 Nov 2026 09:00:00 +0000',
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}

/** Each a moment after the one before. */
const receive = (raw: string, more: Partial<ArrivedMail> = {}) => {
  services.clock.now += 1;
  return storeInbound(services, { raw: Buffer.from(raw), way: 'smtp', envelope: ENVELOPE, ...more });
};
const handle = async (by = services) => {
  while (await handleInbound(by, ANY));
};
const list = async (query = {}) => (await listInbound(agent, { limit: 30, ...query })).results;
const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));
const messagesOf = async () => (await run((sql) => sql`select text from messages`)).map((row) => row['text']);

it('makes one ticket of a mail, and shows what was understood of it, by its Message-ID with or without brackets', async () => {
  await receive(write());
  await handle();
  for (const messageId of ['a1@vita.example', '<a1@vita.example>']) {
    expect(await list({ messageId })).toMatchObject([
      {
        state: 'stored',
        class: 'normal',
        way: 'smtp',
        ticket: 1001,
        mail: { from: { name: 'Olga', address: 'olga@vita.example' }, subject: 'Вывод', text: 'Где вывод?' },
      },
    ]);
  }
  expect(await messagesOf()).toEqual(['Где вывод?']);
});

it('makes one message of the same mail by three ways on two nodes, and of another mail under its Message-ID another', async () => {
  await receive(write());
  await receive(write().replaceAll('\r\n', '\n'), { way: 'imap' });
  await receive(`Received: by mx.example\r\n${write()}`, { way: 'webhook' });
  await Promise.all([handle(), handle(neighbour), handle(neighbour)]);
  await receive(write());
  await receive(write({ text: 'Другое письмо' }));
  await handle();
  const found = await list({ messageId: 'a1@vita.example' });
  expect(found.map(({ state }) => state).sort()).toEqual([
    'duplicate',
    'duplicate',
    'duplicate',
    'stored',
    'stored',
  ]);
  expect(found.filter(({ ticket }) => ticket === undefined)).toEqual([]);
  expect(await messagesOf()).toEqual(['Где вывод?', 'Другое письмо']);
});

it('takes a mail without Message-ID and date for another one with the same words only when it is the same byte by byte', async () => {
  const bare = write()
    .replace(/^Message-ID: .*\r\n/m, '')
    .replace(/^Date: .*\r\n/m, '');
  const first = `Received: by mx.example; Mon, 2 Nov 2026 09:00:00 +0000\r\n${bare}`;
  await receive(first);
  await handle();
  await receive(`Received: by mx.example; Mon, 23 Nov 2026 09:00:00 +0000\r\n${bare}`);
  await receive(first, { way: 'webhook' });
  await handle();
  expect((await list()).map(({ state }) => state)).toEqual(['duplicate', 'stored', 'stored']);
  expect(await messagesOf()).toEqual(['Где вывод?', 'Где вывод?']);
});

it('handles a mail again whose process died over it, and makes no second message of it', async () => {
  await receive(write());
  expect(await claimInbound(services, ANY)).not.toBeNull();
  await handle();
  expect(await list()).toEqual([]);
  services.clock.now += 2 * MINUTE;
  await handle();
  // As if the process had died after the message and before the note of it.
  await run((sql) => sql`update inbound_mails set state = 'received', conversation_id = null`);
  services.clock.now += 2 * MINUTE;
  await handle();
  expect(await list()).toMatchObject([{ state: 'stored', ticket: 1001 }]);
  expect(await messagesOf()).toHaveLength(1);
});

it('parks a mail that ends the process each time, and one that cannot be read, and goes on with others', async () => {
  const { id } = await receive(write());
  for (let died = 0; died < 6; died++) {
    await claimInbound(services, ANY);
    services.clock.now += 2 * MINUTE;
  }
  await receive('');
  await receive(write({ id: 'b2@vita.example', text: 'Второе' }));
  await handle();
  expect((await list()).map(({ state, reason }) => [state, reason])).toEqual([
    ['stored', null],
    ['parked', 'unreadable_empty'],
    ['parked', 'gave_up'],
  ]);
  expect(await text(await (await readRaw(agent, id)).read())).toBe(write());
});

it('tries a parked or refused mail again when it is told to, and no other', async () => {
  const { id } = await receive(write({ from: 'boris@vita.example' }));
  await handle();
  expect(await list()).toMatchObject([{ state: 'refused', reason: 'unknown_sender' }]);
  await makeRequester(services, { name: 'Борис', email: 'boris@vita.example' });
  const retried = retryInbound(agent, id);
  await expect.poll(() => handle().then(() => list())).toMatchObject([{ state: 'stored', ticket: 1001 }]);
  expect(await retried).toMatchObject({ state: 'stored', ticket: 1001 });
  await expect(retryInbound(agent, id)).rejects.toMatchObject({ code: 'mail_settled' });
  await expect(retryInbound(agent, uuidv7())).rejects.toMatchObject({ code: 'not_found' });
});

it('takes in the second copy of a mail whose first led nowhere, and calls the first a duplicate', async () => {
  await receive(write({ from: 'boris@vita.example' }));
  await handle();
  await receive(write({ from: 'boris@vita.example' }));
  await handle();
  expect((await list()).map(({ state }) => state)).toEqual(['duplicate', 'refused']);
  await makeRequester(services, { name: 'Борис', email: 'boris@vita.example' });
  await receive(write({ from: 'boris@vita.example' }));
  await handle();
  expect((await list()).map(({ state }) => state)).toEqual(['stored', 'duplicate', 'duplicate']);
});

it('refuses what is too large before it has come whole, and keeps nothing of it', async () => {
  const endless = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(2 ** 20);
    })(),
    { objectMode: false },
  );
  await expect(receive('', { raw: endless })).rejects.toMatchObject({ code: 'body_too_large' });
  expect(await list({ state: 'received' })).toEqual([]);
});

it('lists what is worked on only to who asks for it, and the rest page by page, by state and by words', async () => {
  for (const part of ['a', 'b', 'c']) {
    services.clock.now += MINUTE;
    await receive(write({ id: `${part}@x`, text: part, subject: `Тема ${part}` }));
  }
  await handle();
  services.clock.now += MINUTE;
  await receive(write({ id: 'd@x', text: 'd' }));
  expect(await list({ state: 'received' })).toMatchObject([{ state: 'received', mail: null }]);
  const first = await listInbound(agent, { limit: 2 });
  const rest = await listInbound(agent, { limit: 2, cursor: first.next ?? '' });
  const texts = [...first.results, ...rest.results].map(({ mail }) => mail?.text);
  expect([texts, rest.next]).toEqual([['c', 'b', 'a'], null]);
  expect(await list({ q: 'тема b' })).toMatchObject([{ mail: { text: 'b' } }]);
  expect(await list({ state: 'parked' })).toEqual([]);
  expect(await list({ q: '%' })).toEqual([]);
});

it('takes the bytes along with a deleted ticket, and opens none when the mail comes once more', async () => {
  const { id } = await receive(write());
  await handle();
  await deleteTicket(agent, 1001);
  expect(await list()).toMatchObject([
    { state: 'stored', reason: 'ticket_deleted', kept: false, mail: null },
  ]);
  await expect(readRaw(agent, id)).rejects.toMatchObject({ code: 'not_found' });
  await receive(write());
  await handle();
  expect(await list()).toMatchObject([{ state: 'duplicate' }, { reason: 'ticket_deleted' }]);
  expect(await messagesOf()).toEqual([]);
});

it('keeps the raw bytes of mail from the sweeper of files, which looks at one folder an hour', async () => {
  const { id } = await receive(write());
  const { sha256 } = await readRaw(agent, id);
  const days = Math.ceil(Date.now() / (256 * HOUR)) * 256 * HOUR + 256 * HOUR;
  services.clock.now = days + Number.parseInt(sha256.slice(0, 2), 16) * HOUR;
  await sweepOrphans(services);
  expect((await readRaw(agent, id)).size).toBe(Buffer.byteLength(write()));
});

it('removes mail with its raw bytes when it is old enough, and leaves the ticket that it opened', async () => {
  const { id } = await receive(write());
  await handle();
  const { sha256 } = await readRaw(agent, id);
  services.clock.now += 2 * MINUTE;
  const young = await receive(write({ id: 'b2@x', text: 'Второе' }));
  await handle();
  const before = new Date(services.clock.now - MINUTE).toISOString();
  expect(await removeAged(services, 'retention.inbound_days', before)).toBe(1);
  expect((await list()).map((mail) => mail.id)).toEqual([young.id]);
  expect(await services.files.find(sha256, 'original')).toBeNull();
  expect(await messagesOf()).toEqual(['Где вывод?', 'Второе']);
});
