import { expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { serveArticles } from '../testing/serve-articles';
import { type KnownBodies, loadArticles } from './load-articles';

it('reads again the texts that have changed, and no others', async () => {
  const cloned = await cloneTestDatabase();
  const server = await serveArticles(cloned.appUrl);
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\n---\nТекст.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли сотрудников\n---\nТекст.',
    'en/1.md': '---\nnumber: 1\ntitle: Withdraw money\n---\nText.',
  });
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    server.services.database.inTransaction(SYSTEM, work);
  const known: KnownBodies = new Map();
  await inTransaction((tx) => loadArticles(tx, known));
  const before = new Map(known);
  expect([...before.keys()].sort()).toEqual(['en 1', 'ru 1', 'ru 2']);
  await inTransaction(async ({ sql }) => {
    await sql`update articles set body = 'Иначе.' where number = 1 and locale = 'ru'`;
    await sql`delete from articles where locale = 'en'`;
  });
  const { articles } = await inTransaction((tx) => loadArticles(tx, known));
  expect(articles.map(({ title, body }) => [title, body])).toEqual([
    ['Вывод денег', 'Иначе.'],
    ['Роли сотрудников', 'Текст.'],
  ]);
  expect(known.get('ru 2')).toBe(before.get('ru 2'));
  expect(known.get('ru 1')).not.toBe(before.get('ru 1'));
  expect([...known.keys()].sort()).toEqual(['ru 1', 'ru 2']);
  await server.close();
  await cloned.drop();
});
