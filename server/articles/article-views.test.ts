import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';
import { createArticleViews } from './article-views';

const DAY_MS = 24 * 60 * 60 * 1_000;
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

const stored = () =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      select article_number as number, locale, day::text, views from article_views order by number, locale, day`,
  );

it('adds up what several servers count, by language and day, and keeps what could not be stored', async () => {
  let fails = true;
  const shaky: Database = {
    ...services.database,
    inTransaction: (actor, work) =>
      fails ? Promise.reject(new Error('away')) : services.database.inTransaction(actor, work),
  };
  const [one, other] = [
    createArticleViews(shaky, services.now),
    createArticleViews(services.database, services.now),
  ];
  one.count(7, 'ru');
  one.count(7, 'ru');
  other.count(7, 'ru');
  other.count(7, 'en');
  await other.store();
  await expect(one.store()).rejects.toThrow('away');
  fails = false;
  one.count(7, 'ru');
  await one.store();
  await one.store();
  expect(await stored()).toEqual([
    { number: 7, locale: 'en', day: '2026-11-23', views: 1 },
    { number: 7, locale: 'ru', day: '2026-11-23', views: 4 },
  ]);
});

it('puts first what is read lately and found helpful, and leaves out what is not', async () => {
  const views = createArticleViews(services.database, services.now);
  const today = services.clock.now;
  const read = (number: number, times: number) => {
    for (let time = 0; time < times; time++) views.count(number, 'ru');
  };
  services.clock.now = today - 100 * DAY_MS;
  read(8, 50);
  services.clock.now = today;
  read(9, 6);
  read(10, 3);
  await views.store();
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into article_votes (article_number, voter_id, locale, helpful) values
        (11, ${randomUUID()}, 'ru', true), (11, ${randomUUID()}, 'ru', true), (10, ${randomUUID()}, 'ru', false)`,
  );
  expect(await views.popular()).toEqual([11, 9, 7]);
});
