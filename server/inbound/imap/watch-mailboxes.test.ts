import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readImapUrl } from '../../config/read-imap-url';
import { SYSTEM } from '../../db/actor';
import { createFileStore } from '../../files/create-file-store';
import { changeSetting } from '../../settings/change-setting';
import type { TestDatabase } from '../../testing/clone-database';
import { cloneTestDatabase } from '../../testing/clone-test-database';
import {
  hasDovecot,
  type MailboxServer,
  startDovecot,
  startHoodiecrow,
  stretchWire,
  type Wire,
} from '../../testing/mailbox-servers';
import { as, makeAgent, makeServices, type TestServices } from '../../testing/make-services';
import { listInbound } from '../list-inbound';
import { readRaw } from '../read-raw';
import { listMailboxes, testMailbox } from './test-mailbox';
import { watchMailboxes } from './watch-mailboxes';

const PATIENCE = { timeout: 60_000, interval: 50 };
const mailOf = (name: string) =>
  `From: olga@vita.example\r\nTo: support@desk.example\r\nSubject: ${name}\r\nMessage-ID: <${name}@vita.example>\r\n\r\nText of ${name}.\r\n`;

let clone: TestDatabase;
let services: TestServices;
let dataDir: string;
let server: MailboxServer;
let wire: Wire;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-mailbox-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await wire.close();
  await server.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(open: () => Promise<MailboxServer>): Promise<void> {
  server = await open();
  wire = await stretchWire(server.port);
}

const mailboxOf = (query = '', password = server.password) =>
  readImapUrl(`imap://${server.user}:${password}@127.0.0.1:${wire.port}/INBOX${query}`);

function watch(query = ''): void {
  stops.push(watchMailboxes(services, mailboxOf(query), { firstMs: 20, pollMs: 500 }));
}

const agent = async () => as(services, await makeAgent(services));
const taken = async () => (await listInbound(await agent(), { state: 'received', limit: 100 })).results;
/** Without MOVE a broken connection can leave a copy behind: each name once. */
const names = async (folder: string) =>
  [...new Set((await server.read(folder)).map(({ raw }) => /Subject: (\S+)/.exec(raw)?.[1] ?? ''))].sort(
    (a, b) => a.localeCompare(b),
  );

const KINDS = [
  ['hoodiecrow', () => startHoodiecrow()],
  ['hoodiecrow without IDLE', () => startHoodiecrow({ idle: false })],
  ...(hasDovecot ? [['dovecot', startDovecot] as const] : []),
] as const;
if (!hasDovecot) console.warn('Left out: the mailbox tests with dovecot, which is not installed');

describe.each(KINDS)('a mailbox of %s', (_, open) => {
  it('gives what lies there and what comes, byte by byte, and the mails go to their folder', async () => {
    await start(open);
    await server.deliver(mailOf('first'));
    watch('?done=Done');
    await expect.poll(() => names('Done'), PATIENCE).toEqual(['first']);
    await server.deliver(mailOf('second'));
    await expect.poll(() => names('Done'), PATIENCE).toEqual(['first', 'second']);
    expect(await names('INBOX')).toEqual([]);
    const mails = await taken();
    expect(mails).toMatchObject([{ way: 'imap' }, { way: 'imap' }]);
    const asAgent = await agent();
    const raws = await Promise.all(
      mails.map(async ({ id }) => text(await (await readRaw(asAgent, id)).read())),
    );
    expect(raws.toSorted((a, b) => a.localeCompare(b))).toEqual([mailOf('first'), mailOf('second')]);
  });

  it('is looked into again after the connection broke', async () => {
    await start(open);
    watch('?done=Done');
    await server.deliver(mailOf('first'));
    await expect.poll(async () => (await taken()).length, PATIENCE).toBe(1);
    wire.cut();
    await server.deliver(mailOf('second'));
    await expect.poll(() => names('Done'), PATIENCE).toEqual(['first', 'second']);
    expect(await taken()).toHaveLength(2);
  });

  it('says to admins whether it is connected, what broke, and when a mail was last taken', async () => {
    await start(open);
    const environment = { ...services.environment, imap: mailboxOf('?done=Done') };
    const live = () => listMailboxes({ ...services, environment }).results[0]?.live;
    expect(live()).toMatchObject({ state: 'starting', since: null, lastTakenAt: null });
    wire.refusing = true;
    stops.push(watchMailboxes(services, environment.imap, { firstMs: 20, pollMs: 500 }));
    const at = new Date(services.clock.now).toISOString();
    await expect.poll(live, PATIENCE).toMatchObject({ state: 'retrying', fault: 'unreachable', faultAt: at });
    expect(Date.parse(live()?.nextAt ?? '')).toBeGreaterThan(services.clock.now);
    wire.refusing = false;
    await server.deliver(mailOf('first'));
    await expect.poll(live, PATIENCE).toEqual({
      state: 'connected',
      since: at,
      fault: 'unreachable',
      faultAt: at,
      nextAt: null,
      lastTakenAt: at,
    });
  });

  it('gives a mail once when it broke between taking and marking it', async () => {
    await start(open);
    await server.deliver(mailOf('first'));
    const marking = wire.holdBack(' STORE ');
    watch();
    await marking;
    expect(await taken()).toHaveLength(1);
    wire.cut();
    await expect.poll(async () => (await server.read('INBOX'))[0]?.flags, PATIENCE).toContain('\\Seen');
    expect(await taken()).toHaveLength(1);
  });

  it('gives each mail once to two nodes', async () => {
    await start(open);
    watch('?done=Done');
    watch('?done=Done');
    const all = ['a', 'b', 'c', 'd', 'e'];
    for (const name of all) await server.deliver(mailOf(name));
    await expect.poll(async () => (await names('INBOX')).length, PATIENCE).toBe(0);
    expect((await taken()).length).toBe(all.length);
    expect(new Set(await names('Done'))).toEqual(new Set(all));
  });

  it('keeps what is too large apart, and goes on', async () => {
    await start(open);
    await changeSetting(as(services, SYSTEM), { key: 'mail.max_megabytes', value: '1' });
    await server.deliver(`${mailOf('large')}${'a line of a mail that is too large\r\n'.repeat(40_000)}`);
    await server.deliver(mailOf('small'));
    watch('?failed=Failed');
    await expect.poll(() => names('Failed'), PATIENCE).toEqual(['large']);
    await expect.poll(async () => (await taken()).length, PATIENCE).toBe(1);
    expect(await names('INBOX')).toEqual(['small']);
  });
});

describe('a test of a mailbox', () => {
  const test = (query?: string, password?: string) =>
    testMailbox({ environment: { ...services.environment, imap: mailboxOf(query, password) } }, 1);

  it('says that all is well, or what is not', async () => {
    await start(() => startHoodiecrow());
    await server.deliver(mailOf('first'));
    expect(await test('?done=Done')).toEqual({
      code: 'ok',
      mails: 1,
      steps: ['reach', 'sign_in', 'done_folder', 'folder'].map((step) => ({ step, result: 'ok' })),
    });
    expect(await test('', 'wrong')).toEqual({
      code: 'login_refused',
      mails: null,
      steps: [
        { step: 'reach', result: 'ok' },
        { step: 'sign_in', result: 'failed' },
        { step: 'folder', result: 'not_tried' },
      ],
    });
    const missing = readImapUrl(`imap://testuser:testpass@127.0.0.1:${wire.port}/None`);
    expect(await testMailbox({ environment: { ...services.environment, imap: missing } }, 1)).toEqual({
      code: 'folder_missing',
      mails: null,
      steps: [
        { step: 'reach', result: 'ok' },
        { step: 'sign_in', result: 'ok' },
        { step: 'folder', result: 'failed' },
      ],
    });
    const secure = readImapUrl(`imaps://testuser:testpass@127.0.0.1:${wire.port}`);
    const environment = { ...services.environment, imap: secure };
    const untrusted = await testMailbox({ environment }, 1);
    expect([untrusted.code, ...untrusted.steps.slice(0, 2).map(({ result }) => result)]).toEqual([
      'tls_failed',
      'ok',
      'failed',
    ]);
    await server.close();
    const away = await test();
    expect([away.code, away.steps[0]]).toEqual(['unreachable', { step: 'reach', result: 'failed' }]);
    await start(() => startHoodiecrow());
  });

  it('reaches no machine but the ones of the environment', async () => {
    await start(() => startHoodiecrow());
    await expect(testMailbox({ environment: services.environment }, 1)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(wire.connections).toBe(0);
  });
});
