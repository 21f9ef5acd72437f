import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { createFromTicket } from './create-from-ticket';
import { readManuscript } from './read-manuscript';

let clone: TestDatabase;
let services: TestServices;
let agent: Context;
let requester: Context;
let ticket: number;
let seqs: number[];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  agent = as(services, await makeAgent(services));
  requester = as(services, await makeRequester(services, { name: 'Ольга Петрова' }));
  const conversationId = uuidv7();
  const say = (ctx: Context, text: string, kind: 'message' | 'note' = 'message') => {
    const start = ctx === requester ? { start: {} } : {};
    return sendMessage(
      ctx,
      { conversationId, clientId: uuidv7(), text, ...start },
      { kind, channel: 'widget' },
    );
  };
  const first = await say(requester, 'Это Ольга, olga@vita.example. Как вернуть заказ?');
  const answers = [
    await say(agent, 'Ольга, откройте «Заказы».'),
    await say(agent, 'ЗАМЕТКА', 'note'),
    await say(agent, 'И нажмите «Вернуть».'),
  ];
  ticket = first.number;
  seqs = answers.map(({ event }) => event.seq);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const bodyOf = async (answers?: number[]) => {
  const made = await createFromTicket(agent, { ticket, ...(answers ? { answers } : {}) });
  return (await readManuscript(agent, made)).draft;
};

it('takes the question and the last answer, without who wrote, and keeps the ticket', async () => {
  expect(await bodyOf()).toMatchObject({
    body: '> Это [имя], [email]. Как вернуть заказ?\n\nИ нажмите «Вернуть».\n',
    source: { ticket },
    visibility: 'public',
    state: 'draft',
  });
});

it('takes the answers that are chosen, and no note even when it is named', async () => {
  expect((await bodyOf(seqs))?.body).toBe(
    '> Это [имя], [email]. Как вернуть заказ?\n\n[имя], откройте «Заказы».\n\nИ нажмите «Вернуть».\n',
  );
  expect((await bodyOf([]))?.body).toBe('> Это [имя], [email]. Как вернуть заказ?\n');
});

it('refuses a ticket that is not there, and requesters', async () => {
  await expect(createFromTicket(agent, { ticket: 999_999 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(createFromTicket(requester, { ticket })).rejects.toMatchObject({ code: 'forbidden' });
});
