import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../config/read-environment';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { takesMail } from './takes-mail';
import { closeWebhook, makeWebhookSecret } from './webhook/webhook-secret';

let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const takes = (source: Record<string, string> = {}) =>
  services.database.inTransaction(SYSTEM, (tx) =>
    takesMail({ environment: readEnvironment(source, '/tmp') }, tx),
  );

it('takes mail by SMTP or from a mailbox where one is named, and else nowhere', async () => {
  expect(await takes()).toBe(false);
  expect(await takes({ INBOUND_SMTP_PORT: '2525' })).toBe(true);
  expect(await takes({ IMAP_URL: 'imaps://support:secret@mail.example' })).toBe(true);
});

it('takes mail that is handed over by HTTP for as long as there is a secret for it', async () => {
  const admin = as(services, { ...(await makeAgent(services)), role: 'admin' });
  await makeWebhookSecret(admin);
  expect(await takes()).toBe(true);
  await closeWebhook(admin);
  expect(await takes()).toBe(false);
});
