import { execFile, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../context/context';
import { SYSTEM } from '../../db/actor';
import { createFileStore } from '../../files/create-file-store';
import { changeSetting } from '../../settings/change-setting';
import type { TestDatabase } from '../../testing/clone-database';
import { cloneTestDatabase } from '../../testing/clone-test-database';
import { as, makeAgent, makeServices, type TestServices } from '../../testing/make-services';
import { listInbound } from '../list-inbound';
import { readRaw } from '../read-raw';
import { makeCertificate } from './make-certificate';
import { type MailReceiver, openReceiver } from './open-receiver';
import { readReceiver } from './read-receiver';

const MEGABYTE = 2 ** 20;
const SUPPORT = 'support@desk.example';

let clone: TestDatabase;
let services: TestServices;
let agent: Context;
let dataDir: string;
let receiver: MailReceiver;

async function open({ rateLimits = true, tls = null as { cert: string; key: string } | null } = {}) {
  const environment = { ...services.environment, rateLimits };
  receiver = await openReceiver({ ...services, environment }, { port: 0, host: '127.0.0.1', tls });
}

beforeEach(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-receiver-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  agent = as(services, await makeAgent(services));
});
afterEach(async () => {
  await receiver.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const received = async () => (await listInbound(agent, { state: 'received', limit: 100 })).results;
const rawOf = async (id: string) => text(await (await readRaw(agent, id)).read());

/** One talk with the server, line by line. */
async function talk(): Promise<{
  say(line: string): Promise<string>;
  hear(): Promise<string>;
  socket: Socket;
}> {
  const socket = connect(receiver.port, '127.0.0.1').setEncoding('utf8');
  const answers = socket[Symbol.asyncIterator]() as AsyncIterator<string>;
  let heard = '';
  const hear = async () => {
    for (;;) {
      const [whole] = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard) ?? [];
      if (whole !== undefined) {
        heard = heard.slice(whole.length);
        return whole.trimEnd();
      }
      const { value, done } = await answers.next();
      if (done) return 'closed';
      heard += value;
    }
  };
  await hear();
  return { socket, hear, say: (line) => (socket.write(`${line}\r\n`), hear()) };
}

async function begin() {
  const talked = await talk();
  await talked.say('EHLO mx.vita.example');
  await talked.say('MAIL FROM:<olga@vita.example>');
  return talked;
}

const transport = (more = {}) =>
  createTransport({ host: '127.0.0.1', port: receiver.port, tls: { rejectUnauthorized: false }, ...more });

describe('the mail receiver', () => {
  it('takes a mail over TLS with letters of every kind, byte by byte, with its envelope', async () => {
    await open();
    const raw =
      'From: Ольга <ольга@вита.example>\r\nSubject: Привет\r\n\r\n.Точка в начале\r\n..Две\r\nконец\r\n';
    const sent = await transport({ requireTLS: true, name: 'mx.vita.example' }).sendMail({
      envelope: { from: 'ольга@вита.example', to: [SUPPORT, 'Support+TOKEN@Desk.Example'] },
      raw,
    });
    expect(sent.response).toMatch(/^250 2\.\d\.\d Stored as /);
    const [mail] = await received();
    expect(mail).toMatchObject({
      way: 'smtp',
      envelope: { from: 'ольга@вита.example', to: [SUPPORT, 'Support+TOKEN@desk.example'] },
    });
    expect(await rawOf(mail?.id ?? '')).toBe(raw);
  });

  it('takes mail for its own mailboxes alone, from the null sender too, and says nothing of who is known', async () => {
    await open();
    const { say } = await talk();
    expect(await say('EHLO mx.vita.example')).toMatch(/PIPELINING[^]*8BITMIME[^]*SMTPUTF8[^]*SIZE 52428800/);
    expect(await say('MAIL FROM:<>')).toMatch(/^250 /);
    for (const taken of [
      SUPPORT,
      'SUPPORT@DESK.EXAMPLE',
      'support+a1b2@desk.example',
      'bounce+a1@desk.example',
      'postmaster@desk.example',
    ])
      expect(await say(`RCPT TO:<${taken}>`)).toMatch(/^250 2\.1\.5/);
    for (const stranger of [
      'olga@vita.example',
      'anna@desk.example',
      'support@evil.example',
      'support@sub.desk.example',
      'xsupport@desk.example',
      'support+@desk.example',
    ])
      expect(await say(`RCPT TO:<${stranger}>`)).toMatch(/^550 5\.1\.1 /);
    expect(await say('DATA')).toMatch(/^354/);
    expect(await say('Subject: Bounce\r\n\r\nText\r\n.')).toMatch(/^250/);
    expect(await received()).toMatchObject([{ envelope: { from: '' } }]);
    expect(await say('QUIT')).toMatch(/^221/);
  });

  it('says 552 of what is too large, as it is announced and as it comes, and keeps nothing', async () => {
    await changeSetting(as(services, SYSTEM), { key: 'mail.max_megabytes', value: '1' });
    await open();
    const { say } = await talk();
    await say('EHLO mx.vita.example');
    expect(await say(`MAIL FROM:<olga@vita.example> SIZE=${MEGABYTE + 1}`)).toMatch(/^552/);
    const whole = transport().sendMail({
      envelope: { from: 'olga@vita.example', to: SUPPORT },
      raw: Buffer.alloc(5 * MEGABYTE, 'text of a mail\r\n'),
    });
    await expect(whole).rejects.toMatchObject({ responseCode: 552 });
    expect(await received()).toEqual([]);
  });

  it('says 451 when the bytes cannot be stored, so that the sender comes back', async () => {
    await open();
    await rm(dataDir, { recursive: true });
    await writeFile(dataDir, 'no folder');
    const sending = transport().sendMail({ from: 'olga@vita.example', to: SUPPORT, text: 'Вопрос' });
    await expect(sending).rejects.toMatchObject({ responseCode: 451 });
  });

  it('forgets a mail whose sender goes away in the middle', async () => {
    await open();
    const { say, socket } = await begin();
    await say(`RCPT TO:<${SUPPORT}>`);
    await say('DATA');
    socket.write('Subject: Half\r\n\r\nHalf of');
    socket.destroy();
    await receiver.close();
    expect(await received()).toEqual([]);
  });

  it('puts off who opens too many connections or names too many mailboxes, and lets them in again later', async () => {
    await open();
    const { say } = await begin();
    for (let at = 0; at < 60; at++) expect(await say(`RCPT TO:<x${at}@desk.example>`)).toMatch(/^550/);
    expect(await say('RCPT TO:<y@desk.example>')).toMatch(/^421/);
    services.clock.now += 60_000;
    expect(await (await begin()).say('RCPT TO:<y@desk.example>')).toMatch(/^550/);
    const open20 = await Promise.all(Array.from({ length: 19 }, talk));
    const refused = connect(receiver.port, '127.0.0.1').setEncoding('utf8');
    expect(await text(refused)).toMatch(/^421 /);
    for (const { say: bye } of open20) await bye('QUIT');
    await expect.poll(async () => (await talk()).say('NOOP')).toMatch(/^250/);
  });

  it('lets a mail under way come in whole while it closes, and begins no other', async () => {
    await open();
    const { say, hear, socket } = await begin();
    await say(`RCPT TO:<${SUPPORT}>`);
    await say('DATA');
    socket.write('Subject: Last\r\n\r\n');
    const closed = receiver.close();
    expect(await say('Text\r\n.')).toMatch(/^250/);
    socket.write('MAIL FROM:<olga@vita.example>\r\n');
    expect(await hear()).toMatch(/^421/);
    await closed;
    expect(await received()).toHaveLength(1);
  });

  it('shows the certificate that it was given', async () => {
    const made = makeCertificate('mail.desk.example', Date.now());
    const files = { cert: join(dataDir, 'cert.pem'), key: join(dataDir, 'key.pem') };
    await writeFile(files.cert, made.cert);
    await writeFile(files.key, made.key);
    await open({ tls: files });
    const inboundSmtp = { port: 0, host: '127.0.0.1', tls: files };
    const shown = () => readReceiver({ ...services, environment: { ...services.environment, inboundSmtp } });
    expect(shown()).toEqual({
      receiver: {
        host: '127.0.0.1',
        port: receiver.port,
        domain: 'desk.example',
        tls: 'own',
        validUntil: new Date(new X509Certificate(made.cert).validTo).toISOString(),
      },
    });
    const trusting = transport({ requireTLS: true, tls: { ca: made.cert, servername: 'mail.desk.example' } });
    const sent = await trusting.sendMail({ from: 'olga@vita.example', to: SUPPORT, text: 'Вопрос' });
    expect(sent.response).toMatch(/^250/);
  });

  it('refuses to listen where somebody else does, by the name of the variable', async () => {
    await open();
    const again = openReceiver(services, { port: receiver.port, host: '127.0.0.1', tls: null });
    await expect(again).rejects.toMatchObject({ variable: 'INBOUND_SMTP_PORT' });
  });
});

const hasSwaks = spawnSync('swaks', ['--version']).status === 0;

it.runIf(hasSwaks)('takes a mail from swaks (needs swaks)', async () => {
  await open();
  const to = ['--server', '127.0.0.1', '--port', String(receiver.port), '--to', SUPPORT];
  const { stdout } = await promisify(execFile)('swaks', [
    ...to,
    '--from',
    'olga@vita.example',
    '--body',
    'Текст',
  ]);
  expect(stdout).toMatch(/250 2\.\d\.\d Stored as/);
  expect(await received()).toMatchObject([
    { way: 'smtp', envelope: { from: 'olga@vita.example', to: [SUPPORT] } },
  ]);
});
