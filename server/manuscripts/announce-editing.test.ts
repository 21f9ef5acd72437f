import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { announceEditing, endEditing } from './announce-editing';
import { createArticle } from './create-article';

let clone: TestDatabase;
let node: TestServices;
let other: TestServices;
let anna: Context;
let boris: Context;
let key: { number: number; locale: 'ru' };

beforeAll(async () => {
  clone = await cloneTestDatabase();
  node = makeServices(clone.appUrl);
  other = makeServices(clone.appUrl);
  anna = as(node, await makeAgent(node));
  boris = as(other, await makeAgent(node, 'Борис'));
});
afterAll(async () => {
  await other.database.close();
  await node.database.close();
  await clone.drop();
});
beforeEach(async () => {
  const { number } = await createArticle(anna, { locale: 'ru', title: 'Вывод денег', body: 'Так.' });
  key = { number, locale: 'ru' };
});

const wait = (ms: number) => {
  node.clock.now += ms;
  other.clock.now += ms;
};
const names = async (ctx: Context, of: Parameters<typeof announceEditing>[1] = key) =>
  (await announceEditing(ctx, of)).others.map(({ name }) => name);

it('tells the second who the first is and since when, on another node too, and the first of the second', async () => {
  const since = new Date(node.clock.now).toISOString();
  expect(await announceEditing(anna, key)).toEqual({ others: [] });
  wait(15_000);
  await announceEditing(anna, key);
  wait(15_000);
  const { others } = await announceEditing(boris, key);
  expect(others).toEqual([{ name: expect.any(String), since }]);
  expect(await names(anna)).toEqual(['Борис']);
});

it('says nothing of who writes another language or another article', async () => {
  const { number } = await createArticle(anna, { locale: 'ru', title: 'Другая' });
  await announceEditing(anna, key);
  expect(await names(boris, { ...key, locale: 'en' })).toEqual([]);
  expect(await names(boris, { ...key, number })).toEqual([]);
});

it('forgets who left at once, and who fell silent after 40 s; whoever comes back begins anew', async () => {
  await announceEditing(boris, key);
  expect(await names(anna)).toEqual(['Борис']);
  await endEditing(boris, key);
  expect(await names(anna)).toEqual([]);
  await announceEditing(boris, key);
  wait(39_999);
  expect(await names(anna)).toEqual(['Борис']);
  wait(1);
  expect(await names(anna)).toEqual([]);
  await announceEditing(boris, key);
  const since = new Date(node.clock.now).toISOString();
  expect(await announceEditing(anna, key)).toEqual({ others: [{ name: 'Борис', since }] });
});

it('keeps no row of whoever is gone', async () => {
  await announceEditing(boris, key);
  wait(60_000);
  await announceEditing(anna, key);
  const rows = await node.database.inTransaction(SYSTEM, ({ sql }) => sql`select 1 from article_editors`);
  expect(rows).toHaveLength(1);
});

it('is for agents, and for articles that there are', async () => {
  const requester = as(node, await makeRequester(node));
  for (const verb of [announceEditing, endEditing]) {
    await expect(verb(requester, key)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(verb(anna, { ...key, number: 999_999 })).rejects.toMatchObject({ code: 'not_found' });
  }
});
