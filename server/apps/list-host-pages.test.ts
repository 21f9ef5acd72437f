import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { addApp } from './add-app';
import { listHostPages } from './list-host-pages';

let cloned: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  services = makeServices(cloned.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await cloned.drop();
});

it('opens each origin where somebody asked last, without what its address carried', async () => {
  const { key } = await addApp(as(services, SYSTEM), {
    name: 'Офис',
    origins: ['https://office.example', 'https://test.example'],
  });
  const asker = await makeRequester(services);
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`select id from apps where key = ${key}`,
  );
  for (const url of ['https://office.example/orders/7?token=1#top', 'https://office.example.evil.example/'])
    await sendMessage(
      as(services, { ...asker, appId: row?.id ?? null }),
      {
        conversationId: uuidv7(),
        clientId: uuidv7(),
        text: 'Вопрос',
        attachments: [],
        start: { page: { url, title: '' } },
      },
      { kind: 'message', channel: 'widget' },
    );
  expect(await listHostPages(as(services, await makeAgent(services)))).toEqual({
    results: [
      { app: 'Офис', origin: 'https://office.example', address: 'https://office.example/orders/7' },
      { app: 'Офис', origin: 'https://test.example', address: 'https://test.example/' },
    ],
  });
  await expect(listHostPages(as(services, asker))).rejects.toMatchObject({ code: 'not_found' });
});
