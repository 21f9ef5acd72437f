import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { readTicket } from '../tickets/read-tickets';
import { changeSetting } from './change-setting';
import { readTypeRules } from './read-type-rules';

const KEPT_MS = 2_000;

let clone: TestDatabase;
let services: TestServices;
let agent: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  agent = as(services, await makeAgent(services));
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

async function set(key: string, value: string): Promise<void> {
  await changeSetting(as(services, SYSTEM), { key, value });
  services.clock.now += KEPT_MS;
}

async function ask(type?: 'problem'): Promise<string | null> {
  const requester = as(services, await makeRequester(services));
  const first = { conversationId: uuidv7(), clientId: uuidv7(), text: 'Вопрос', start: type ? { type } : {} };
  const { number } = await sendMessage(requester, first, { kind: 'message', channel: 'widget' });
  return (await readTicket(agent, { number })).type;
}

it('only what differs from the product’s own words is told', async () => {
  expect(await readTypeRules(services.settings)).toEqual({});
  await set('types.offered', 'problem, question');
  await set('types.question_ru', ' Как сделать ');
  await set('types.distributor', 'off');
  expect(await readTypeRules(services.settings)).toEqual({
    offered: ['question', 'problem'],
    names: { ru: { question: 'Как сделать' } },
    noDistributor: true,
  });
  await set('types.question_ru', '');
  expect(await readTypeRules(services.settings)).not.toHaveProperty('names');
});

it('what a requester leaves to the agent gets the usual type, what they chose stays', async () => {
  expect(await ask()).toBeNull();
  await set('types.default', 'question');
  expect([await ask(), await ask('problem')]).toEqual(['question', 'problem']);
});

it('no type at all, an unknown one, and a name too long are refused', async () => {
  for (const [key, value] of [
    ['types.offered', ''],
    ['types.offered', 'question, wish'],
    ['types.task_ru', 'ы'.repeat(31)],
  ] as const) {
    await expect(set(key, value)).rejects.toMatchObject({ code: 'invalid_input', field: 'value' });
  }
});
