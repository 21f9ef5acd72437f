import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { openTicket } from '../tickets/open-ticket';
import { listMessages, readTicket } from '../tickets/read-tickets';
import { openConversation } from './open-conversation';
import { sendMessage } from './send-message';

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

const PROBLEM = {
  type: 'problem',
  doing: 'Формирую реестр',
  got: 'Ошибка 500',
  distributor: { who: 'Анна', account: '1042' },
} as const;
const WORDS =
  'Что я делаю: Формирую реестр\n\nЧто получаю: Ошибка 500\n\nВопрос касается дистрибьютора: Анна, учётная запись 1042';

describe('a report', () => {
  it('is for the agent a list of fields, and for everybody a readable first message', async () => {
    const olga = as(services, await makeRequester(services));
    const anna = as(services, await makeAgent(services));
    const conversationId = uuidv7();
    const input = {
      conversationId,
      clientId: uuidv7(),
      text: '',
      start: { type: 'problem', report: PROBLEM },
    } as const;
    const { number } = await sendMessage(olga, input, { kind: 'message', channel: 'widget' });
    const opened = await openConversation(anna, { conversationId });
    if (opened.kind !== 'snapshot') throw new Error('no snapshot');
    expect(opened.thread.conversation).toMatchObject({ report: PROBLEM, subject: 'Формирую реестр' });
    for (const ctx of [olga, anna]) {
      const { results } = await listMessages(ctx, { number }, { limit: 10 });
      expect(results.map(({ text }) => text)).toEqual([WORDS]);
    }
  });

  it('opens a ticket of its type through the API, with the text before the fields', async () => {
    const olga = as(services, await makeRequester(services));
    const id = await openTicket(olga, { clientId: uuidv7(), text: 'Не выгружается реестр', report: PROBLEM });
    const ticket = await readTicket(olga, { id });
    expect(ticket).toMatchObject({ type: 'problem', subject: 'Не выгружается реестр', report: PROBLEM });
    const { results } = await listMessages(olga, { id }, { limit: 1 });
    expect(results[0]?.text).toBe(`Не выгружается реестр\n\n${WORDS}`);
  });

  it('loses no field, however much was written before it', async () => {
    const olga = as(services, await makeRequester(services));
    const report = { type: 'task', what: 'ч'.repeat(4000), materials: 'Макет' } as const;
    const id = await openTicket(olga, { clientId: uuidv7(), text: 'а'.repeat(20_000), report });
    const { results } = await listMessages(olga, { id }, { limit: 1 });
    expect(results[0]?.text).toMatch(/С какими материалами: Макет$/);
  });

  it('that says nothing is no message', async () => {
    const olga = as(services, await makeRequester(services));
    const attempt = openTicket(olga, {
      clientId: uuidv7(),
      text: ' ',
      report: { type: 'problem', got: ' ' },
    });
    await expect(attempt).rejects.toMatchObject({ code: 'message_empty' });
  });
});
