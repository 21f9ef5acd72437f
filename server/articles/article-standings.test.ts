import { uuidv7 } from '@beseda/shared/domain/uuid';
import { expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import { explainSearch } from '../searches/explain-search';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent } from '../testing/make-services';
import { serveArticles } from '../testing/serve-articles';

it('puts first of two that fit alike the one that helps people, and says so', async () => {
  const clone = await cloneTestDatabase();
  const server = await serveArticles(clone.appUrl);
  const { services } = server;
  const make = (number: number) =>
    `---\nnumber: ${number}\nslug: a-${number}\ntitle: Как вывести деньги\nposted: 2026-01-01\nupdated: 2026-01-01\n---\nНа карту.`;
  await server.publish({ 'ru/1.md': make(1), 'ru/2.md': make(2) });
  const find = () => {
    const asked = { q: 'вывести деньги', locale: 'ru', limit: 5 } as const;
    const page = services.articles.lookUp(null, { ...asked, section: null }).hits;
    const [suggested, found] = [
      services.articles.suggest(null, asked),
      services.articles.search(null, asked),
    ];
    return [suggested, found, page].map((hits) => hits.map(({ number }) => number));
  };
  expect(find()).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);

  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    for (const helpful of [true, true, true, false])
      await sql`insert into article_votes (article_number, voter_id, locale, helpful, created_at)
        values (2, ${uuidv7()}, 'ru', ${helpful}, '2026-11-23T08:00:00Z')`;
    await sql`insert into article_days (day, article_number, locale, shown, opened, refused)
      values ('2026-11-23', 1, 'ru', 40, 0, 30)`;
  });
  services.clock.now += 11 * 60_000;
  await services.articles.refresh();
  expect(find()).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
  ]);

  const agent = as(services, await makeAgent(services));
  const { articles } = explainSearch(agent, {
    q: 'вывести деньги',
    locale: 'ru',
    as: 'anybody',
    role: 'staff',
  });
  const share = (number: number, name: string) =>
    articles.find((one) => one.number === number)?.parts.find(({ part }) => part === name)?.share;
  expect([share(2, 'votes'), share(1, 'clicks')]).toEqual([expect.closeTo(2 / 9), -0.5]);
  expect(share(1, 'freshness')).toBeGreaterThan(0.5);
  for (const { score, parts } of articles)
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score);
  await server.close();
  await clone.drop();
});
