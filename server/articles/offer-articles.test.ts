import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
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
    'ru/4.md':
      '---\nnumber: 4\ntitle: Курьерская доставка\nplans: [network]\n---\nКурьер едет по расписанию.',
    'ru/5.md':
      '---\nnumber: 5\ntitle: Курьерские отчёты\nroles: [manager]\n---\nКурьер отчитывается за день.',
    'en/1.md': '---\nnumber: 1\ntitle: Cancel a payout\n---\nA payout is cancelled at once.',
  });
  number = await ask(await makeRequester(server.services), 'Как отменить выплату участнику?');
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

/** A ticket of theirs; gives its number. */
async function ask(asker: RequesterActor, text: string): Promise<number> {
  const opened = await sendMessage(
    as(server.services, asker),
    {
      conversationId: uuidv7(),
      clientId: uuidv7(),
      text,
      attachments: [],
      start: { evidence: { shown: [1, 3], opened: [1], refused: [1] } },
    },
    { kind: 'message', channel: 'widget' },
  );
  return opened.number;
}

const setPlan = ({ companyId }: RequesterActor, plan: string | null) =>
  server.services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update companies set plan = ${plan} where id = ${companyId}`,
  );

const offer = async (q: string, ticket = number) => {
  const { results } = await offerArticles(as(server.services, agent), { number: ticket, q });
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

it('knows by the requester’s plan and role what they may read', async () => {
  expect(await offer('курьер')).toEqual([
    [4, false, null],
    [5, false, null],
  ]);
  const manager = await makeRequester(server.services, { company: 'net', role: 'manager', email: null });
  await setPlan(manager, 'network');
  const theirs = await ask(manager, 'Где курьер?');
  expect((await offer('курьер', theirs)).map(([article, readable]) => [article, readable])).toEqual([
    [4, true],
    [5, true],
  ]);
});

it('takes the plan for everybody else where a company has none of its own', async () => {
  const setDefault = (key: string | null) =>
    server.services.database.inTransaction(SYSTEM, async ({ sql }) => {
      await sql`update plans set is_default = false where is_default`;
      await sql`update plans set is_default = true where key = ${key}`;
    });
  const asker = await makeRequester(server.services, { company: 'new', email: null });
  await setPlan(asker, null);
  const theirs = await ask(asker, 'Где курьер?');
  await setDefault('network');
  expect(await offer('курьерская доставка', theirs)).toContainEqual([4, true, null]);
  await setDefault(null);
  expect(await offer('курьерская доставка', theirs)).toContainEqual([4, false, null]);
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
