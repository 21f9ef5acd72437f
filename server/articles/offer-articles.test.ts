import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import type { AgentActor } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { offerArticles } from './offer-articles';

let cloned: TestDatabase;
let server: ArticleServer;
let agent: AgentActor;
let number: number;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  agent = await makeAgent(server.services);
  await server.publish({
    'ru/1.md':
      '---\nnumber: 1\ntitle: Как отменить выплату\n---\nВыплата отменяется сразу.\n\n## Шаги\n\n1. Откройте выплату.\n2. Нажмите «Отменить».',
    'ru/2.md':
      '---\nnumber: 2\ntitle: Спорная выплата\nvisibility: agents\n---\nВыплату проверяет старший сотрудник.',
    'ru/3.md': '---\nnumber: 3\ntitle: Роли сотрудников\n---\nРоль даёт права.',
    'en/1.md': '---\nnumber: 1\ntitle: Cancel a payout\n---\nA payout is cancelled at once.',
  });
  const asker = await makeRequester(server.services);
  const opened = await sendMessage(
    as(server.services, asker),
    {
      conversationId: uuidv7(),
      clientId: uuidv7(),
      text: 'Как отменить выплату участнику?',
      attachments: [],
      start: { evidence: { shown: [1, 3], opened: [1], refused: [1] } },
    },
    { kind: 'message', channel: 'widget' },
  );
  number = opened.number;
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const offer = async (q: string) => {
  const { results } = await offerArticles(as(server.services, agent), { number, q });
  return results.map(({ number: article, readable, fate }) => [article, readable, fate]);
};

it('suggests from what was asked, and says what the requester was shown and refused', async () => {
  const { results } = await offerArticles(as(server.services, agent), { number, q: '' });
  expect(results[0]).toMatchObject({
    number: 1,
    title: 'Как отменить выплату',
    readable: true,
    fate: 'refused',
    link: expect.stringMatching(/^http:\/\/.*\/help\/ru\/article\/1-kak-otmenit-vyplatu$/),
  });
});

it('finds what the requester may not read as well, last and marked', async () => {
  expect(await offer('выплата')).toEqual([
    [1, true, 'refused'],
    [2, false, null],
  ]);
  expect(await offer('роли')).toEqual([[3, true, 'shown']]);
});

it('gives the passage that was found', async () => {
  const { results } = await offerArticles(as(server.services, agent), { number, q: 'нажмите отменить' });
  expect(results[0]?.passage).toBe('Шаги\nОткройте выплату.\nНажмите «Отменить».');
});

it('is for agents', async () => {
  const asker = await makeRequester(server.services);
  await expect(offerArticles(as(server.services, asker), { number, q: '' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
