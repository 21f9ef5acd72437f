import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { listTitles } from './list-titles';

let cloned: TestDatabase;
let server: ArticleServer;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\n---\nТекст.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли сотрудников\nvisibility: staff\n---\nТекст.',
    'ru/3.md': '---\nnumber: 3\ntitle: Проверка звонящего\nvisibility: agents\n---\nТекст.',
    'en/1.md': '---\nnumber: 1\ntitle: Withdraw money\n---\nText.',
  });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const numbers = [3, 2, 1, 1, 404];
const MONEY = { number: 1, title: 'Вывод денег' };

it('names to nobody in particular only what everybody may read', () => {
  expect(listTitles(server.services, null, { numbers, locale: 'ru' }).results).toEqual([MONEY]);
});

it('names to staff what is for staff, and never what is for agents', async () => {
  const olga = await makeRequester(server.services);
  expect(listTitles(server.services, olga, { numbers, locale: 'ru' }).results).toEqual([
    { number: 2, title: 'Роли сотрудников' },
    MONEY,
  ]);
});

it('takes the other language where this one is missing', async () => {
  const olga = await makeRequester(server.services);
  expect(listTitles(server.services, olga, { numbers, locale: 'en' }).results).toEqual([
    { number: 2, title: 'Роли сотрудников' },
    { number: 1, title: 'Withdraw money' },
  ]);
});
