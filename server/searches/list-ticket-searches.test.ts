import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import type { RequesterActor } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listTicketSearches } from './list-ticket-searches';
import { asReader } from './reader';

let clone: TestDatabase;
let services: TestServices;
let olga: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  olga = await makeRequester(services);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const look = (kind: 'search' | 'draft', query: string, shown: number[] = []) => {
  services.searches.looked(asReader(olga), { kind, locale: 'ru', query, shown });
  services.clock.now += 1_000;
};

async function send(text: string, evidence = { shown: [1], opened: [1], refused: [1] }): Promise<number> {
  const input = { conversationId: uuidv7(), clientId: uuidv7(), text, start: { evidence } };
  const { number } = await sendMessage(as(services, olga), input, { kind: 'message', channel: 'widget' });
  services.clock.now += 60_000;
  await services.searches.flush({ all: true });
  return number;
}

it('tells agents what was searched and written before a ticket, masked, in its order; and nothing of another ticket', async () => {
  const agent = as(services, await makeAgent(services));
  look('search', 'выплата на карту');
  look('search', 'смена пароля');
  look('draft', 'Не пришла выплата, мой номер +7 912 345-67-89', [1]);
  const number = await send('Не пришла выплата, мой номер +7 912 345-67-89');
  look('draft', 'Как сменить наставника?', [2]);
  const other = await send('Как сменить наставника?', { shown: [2], opened: [], refused: [] });

  expect((await listTicketSearches(agent, number)).results).toEqual([
    { at: expect.any(String), kind: 'search', query: 'выплата на карту', shown: [], opened: [], refused: [] },
    {
      at: expect.any(String),
      kind: 'draft',
      query: 'Не пришла выплата, мой номер […]',
      shown: [1],
      opened: [1],
      refused: [1],
    },
  ]);
  expect((await listTicketSearches(agent, other)).results).toMatchObject([
    { query: 'Как сменить наставника?', shown: [2] },
  ]);
});

it('hides from others whether there is such a ticket', async () => {
  const number = await send('Вопрос о бонусах');
  const agent = as(services, await makeAgent(services));
  await expect(listTicketSearches(agent, 999_999)).rejects.toMatchObject({ code: 'not_found' });
  await expect(listTicketSearches(as(services, olga), number)).rejects.toMatchObject({ code: 'not_found' });
});
