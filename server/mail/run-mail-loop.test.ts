import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { openTestReceiver, type TestReceiver } from './open-test-receiver';
import { runMailLoop } from './run-mail-loop';

const TIMES = { pause: 5, grace: 20 };

let clone: TestDatabase;
let services: TestServices;
let receiver: TestReceiver;
let email: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  receiver = await openTestReceiver();
  const base = makeServices(clone.appUrl);
  services = { ...base, environment: { ...base.environment, smtpUrl: receiver.url } };
  email = `${(await makeAgent(services)).agentId}@desk.example`;
});
afterAll(async () => {
  await receiver.close();
  await services.database.close();
  await clone.drop();
});

async function queue(): Promise<void> {
  const at = new Date(services.clock.now).toISOString();
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into mail_outbox (id, kind, recipient, data, message_id, due_at)
      values (${uuidv7()}, 'sign_in', ${email}, '{}', ${randomUUID()}, ${at})`,
  );
}

it('sends what becomes due, lets mail on its way finish, and cuts off what hangs when it is stopped', async () => {
  const stop = runMailLoop(services, TIMES);
  const taken = receiver.nextContent();
  await queue();
  await taken;
  receiver.behaviour = 'hang';
  const hanging = receiver.nextContent();
  await queue();
  await hanging;
  await stop();

  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql<{ state: string; attempts: number }[]>`select state, attempts from mail_outbox order by id`,
  );
  expect([...rows]).toEqual([
    { state: 'sent', attempts: 1 },
    { state: 'sending', attempts: 1 },
  ]);
  expect(receiver.mails).toHaveLength(1);
});
