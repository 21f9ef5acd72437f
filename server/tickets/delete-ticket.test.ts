import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { sweepOrphans } from '../files/sweep-orphans';
import { uploadFile } from '../files/upload-file';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';
import { deleteTicket } from './delete-ticket';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let dataDir: string;
let olga: RequesterActor;
let annaActor: AgentActor;
let anna: Context;
let admin: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-delete-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  stage = await serveSockets(services);
  olga = await makeRequester(services);
  annaActor = await makeAgent(services);
  anna = as(services, annaActor);
  admin = as(services, { ...(await makeAgent(services, 'Админ')), role: 'admin' });
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A ticket with an answer and these files. */
async function openTicket(...contents: string[]) {
  const ctx = as(services, olga);
  const conversationId = uuidv7();
  const attachments: string[] = [];
  const hashes: string[] = [];
  for (const content of contents) {
    const source = Readable.from([Buffer.from(content)]);
    const file = await uploadFile(ctx, { clientId: uuidv7(), name: 'a.txt', source });
    attachments.push(file.id);
    hashes.push(file.sha256);
  }
  const message = (text: string) => ({ conversationId, clientId: uuidv7(), text });
  const sending = { kind: 'message', channel: 'widget' } as const;
  const { number } = await sendMessage(ctx, { ...message('Вопрос'), attachments, start: {} }, sending);
  await sendMessage(anna, message('Ответ'), sending);
  return { number, conversationId, hashes };
}

const isKept = async (sha256 = '') => (await services.files.find(sha256, 'original')) !== null;
const countRows = async (conversationId: string) => {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ count: number }[]>`
      select ((select count(*) from conversations where id = ${conversationId})
        + (select count(*) from messages where conversation_id = ${conversationId})
        + (select count(*) from events where conversation_id = ${conversationId})
        + (select count(*) from mail_outbox where conversation_id = ${conversationId})
        + (select count(*) from attachments where message_id is null))::int as count`,
  );
  return row?.count;
};

it('goes with all that stood in it and its files, and leaves others what they share with it', async () => {
  const gone = await openTicket('only here', 'in both');
  const other = await openTicket('in both');
  await deleteTicket(admin, gone.number);
  expect(await countRows(gone.conversationId)).toBe(0);
  expect(await Promise.all(gone.hashes.map(isKept))).toEqual([false, true]);
  await deleteTicket(admin, other.number);
  expect(await isKept(other.hashes[0])).toBe(false);
});

it('is deleted by admins only, and once', async () => {
  const { number, hashes } = await openTicket('wanted');
  await expect(deleteTicket(as(services, olga), number)).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteTicket(anna, number)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await isKept(hashes[0])).toBe(true);
  const both = await Promise.allSettled([deleteTicket(admin, number), deleteTicket(admin, number)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(deleteTicket(admin, number)).rejects.toMatchObject({ code: 'not_found' });
});

it('leaves no file behind although the server dies before it has removed one', async () => {
  const { number, hashes } = await openTicket('left behind');
  const database = { ...services.database, inTransaction: () => Promise.reject(new Error('killed')) };
  await deleteTicket({ ...admin, database }, number);
  expect(await isKept(hashes[0])).toBe(true);
  await sweepOrphans(services);
  expect(await isKept(hashes[0])).toBe(false);
});

it('leaves no file behind although the storage is away when its turn comes', async () => {
  const { number, hashes } = await openTicket('storage away');
  const files = { ...services.files, remove: () => Promise.reject(new Error('away')) };
  await deleteTicket({ ...admin, files }, number);
  await sweepOrphans(services);
  expect(await isKept(hashes[0])).toBe(false);
});

it('tells queues, and those who show it find nothing any more', async () => {
  const { number, conversationId } = await openTicket();
  const owner = await stage.join(olga);
  const desk = await stage.join(annaActor);
  await owner.get('conversation:open', { conversationId });
  await desk.get('queue:watch', {});
  const left = owner.closed();
  await deleteTicket(admin, number);
  await left;
  await desk.hear('ticket:deleted', (fact) => fact.number === number);
  const back = await stage.join(olga);
  expect(await back.ask('conversation:open', { conversationId })).toEqual({ ok: false, code: 'not_found' });
});
