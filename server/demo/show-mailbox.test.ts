import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailSignInLink } from '../agents/mail-sign-in-link';
import { sendMessage } from '../conversations/send-message';
import { createFolderTransport } from '../mail/folder-transport';
import { sendDueMail } from '../mail/send-due-mail';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { showMailbox } from './show-mailbox';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
let clone: TestDatabase;
let services: TestServices;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'beseda-mailbox-'));
  const base = makeServices(clone.appUrl);
  services = { ...base, environment: { ...base.environment, dataDir: folder } };
  app = Fastify();
  await app.register(async (scope) => showMailbox(scope, services));
});
afterAll(async () => {
  await app.close();
  await services.database.close();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

it('shows the mails of a demo as text and HTML, and no agent’s way in', async () => {
  const anna = await makeAgent(services, 'Анна');
  const olga = await makeRequester(services);
  const conversationId = uuidv7();
  const say = (text: string, who: typeof anna | typeof olga) =>
    sendMessage(as(services, who), { conversationId, clientId: uuidv7(), text, start: {} }, MESSAGE);
  await say('Как <b>вывести</b> деньги', olga);
  await say('Откройте «Кошельки».', anna);
  await mailSignInLink(services, `${anna.agentId}@desk.example`);
  services.clock.now += 121_000;
  expect(await sendDueMail(services, createFolderTransport(join(folder, 'mail')))).toBe(2);

  const list = await app.inject('/demo-mail');
  expect(list.body).toContain('olga@vita.example');
  expect(list.body).not.toContain(anna.agentId);
  const path = /href="(\/demo-mail\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
  const page = await app.inject(path);
  expect(page.body).toContain('Откройте «Кошельки».');
  expect(page.body).toContain('&lt;b&gt;вывести&lt;/b&gt;');
  expect(page.body).toMatch(/<a href="http[^"]+#link=/);
  const shown = await app.inject(`${path}/html`);
  expect(shown.body).toContain('Откройте «Кошельки».');
  expect(shown.headers['content-security-policy']).toContain('sandbox');
  expect((await app.inject('/demo-mail/x')).statusCode).not.toBe(200);
});
