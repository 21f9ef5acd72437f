import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnvironment } from '../../config/read-environment';
import { SYSTEM } from '../../db/actor';
import { createFileStore } from '../../files/create-file-store';
import type { MailTransport } from '../../mail/outgoing-mail';
import { sendDueMail } from '../../mail/send-due-mail';
import { toMessage } from '../../mail/to-message';
import { changeSetting } from '../../settings/change-setting';
import { cloneTestDatabase } from '../../testing/clone-test-database';
import { as, makeServices, type TestServices } from '../../testing/make-services';
import { handleInbound } from '../handle-inbound';
import { type MailReceiver, openReceiver } from '../smtp/open-receiver';
import { storeInbound } from '../store-inbound';

interface Desk {
  services: TestServices;
  receiver: MailReceiver;
  close(): Promise<void>;
}

let ours: Desk;
let theirs: Desk;
let onTheWay: string[];

beforeEach(async () => {
  onTheWay = [];
  ours = await openDesk('ours.example');
  theirs = await openDesk('theirs.example');
});
afterEach(async () => {
  await ours.close();
  await theirs.close();
});

/** A whole desk that takes anyone's mail and believes it. */
async function openDesk(domain: string): Promise<Desk> {
  const clone = await cloneTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-desk-'));
  const environment = readEnvironment({ MAIL_DOMAIN: domain }, dataDir);
  const services = makeServices(clone.appUrl, { environment, files: createFileStore({ dataDir }) });
  const system = as(services, SYSTEM);
  await changeSetting(system, { key: 'mail.accept', value: 'anyone' });
  await changeSetting(system, { key: 'mail.authentication', value: 'none' });
  const receiver = await openReceiver(services, { port: 0, host: '127.0.0.1', tls: null });
  return {
    services,
    receiver,
    close: async () => {
      await receiver.close();
      await services.database.close();
      await clone.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Hands mail over to a desk; `bare`: what marks it as a machine's was lost on the way. */
function wayTo({ receiver }: Desk, { bare }: { bare: boolean }): MailTransport {
  const client = createTransport({ host: '127.0.0.1', port: receiver.port, ignoreTLS: true });
  return {
    send: async (mail) => {
      onTheWay.push(`${mail.from.address} to ${mail.to.address}`);
      await client.sendMail({ ...toMessage(mail), ...(bare ? { headers: {} } : {}) });
    },
    close: () => client.close(),
  };
}

async function exchange(way: { bare: boolean }): Promise<void> {
  const there = wayTo(theirs, way);
  const back = wayTo(ours, way);
  for (let rounds = 0; rounds < 10; rounds++) {
    for (const { services } of [ours, theirs]) services.clock.now += 60_000;
    while (await handleInbound(ours.services, { large: true }));
    await sendDueMail(ours.services, there);
    while (await handleInbound(theirs.services, { large: true }));
    await sendDueMail(theirs.services, back);
  }
  there.close();
  back.close();
}

/** The other desk's address has asked us something. */
async function begin(): Promise<void> {
  const raw = Buffer.from('From: support@theirs.example\r\nSubject: Invoice\r\n\r\nWhere is it?\r\n');
  const envelope = { from: 'support@theirs.example', to: ['support@ours.example'] };
  await storeInbound(ours.services, { raw, way: 'smtp', envelope });
}

it('says one thing to another desk, which knows a machine’s mail', async () => {
  await begin();
  await exchange({ bare: false });
  expect(onTheWay).toEqual(['support@ours.example to support@theirs.example']);
});

it('stops within four mails when nothing tells that both are machines', async () => {
  await begin();
  await exchange({ bare: true });
  expect(onTheWay.length).toBeGreaterThan(1);
  expect(onTheWay.length).toBeLessThanOrEqual(4);
});
