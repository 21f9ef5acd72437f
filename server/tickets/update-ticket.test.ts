import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { countQueue, listQueue } from './list-queue';
import { updateTicket } from './update-ticket';

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

async function openTicket(): Promise<number> {
  const olga = as(services, await makeRequester(services));
  services.clock.now += 1000;
  const input = { conversationId: uuidv7(), clientId: uuidv7(), text: 'Вопрос', start: {} };
  return (await sendMessage(olga, input, { kind: 'message', channel: 'widget' })).number;
}

it('records one event for each real change and none for what stays', async () => {
  const agent = await makeAgent(services);
  const anna = as(services, agent);
  const number = await openTicket();
  const before = services.published.length;
  await updateTicket(anna, number, { status: 'open', priority: 'urgent', assignee: agent.agentId });
  expect(services.published.slice(before).map(({ kind, audience }) => [kind, audience])).toEqual([
    ['priority', 'agents'],
    ['assignee', 'all'],
  ]);
});

it('refuses an unknown assignee and changes nothing', async () => {
  const anna = as(services, await makeAgent(services));
  const number = await openTicket();
  const attempt = updateTicket(anna, number, { status: 'solved', assignee: uuidv7() });
  await expect(attempt).rejects.toMatchObject({ code: 'invalid_input', field: 'assignee' });
  const { results } = await listQueue(anna, { view: 'all', limit: 1, q: String(number) });
  expect(results[0]).toMatchObject({ number, status: 'open' });
});

it('looks alike to a requester whether the ticket exists or not', async () => {
  const olga = as(services, await makeRequester(services));
  const number = await openTicket();
  await expect(updateTicket(olga, number, { status: 'solved' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(updateTicket(olga, 999_999, { status: 'solved' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('lists work longest waiting first, page by page, without a row twice or lost', async () => {
  const anna = as(services, await makeAgent(services));
  for (let i = 0; i < 7; i++) await openTicket();
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listQueue(anna, { view: 'unassigned', limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.results.map((row) => row.number));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  expect(seen).toHaveLength((await countQueue(anna)).unassigned);
});
