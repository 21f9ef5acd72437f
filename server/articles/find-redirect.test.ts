import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { PORTAL_COOKIE } from '../routes/portal-routes';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { addRedirects } from './add-redirects';

let cloned: TestDatabase;
let server: ArticleServer;
let olga: RequesterActor;
let cookie: string;

const article = (number: number, slug: string, more = '') =>
  `---\nnumber: ${number}\nlocale: ru\nslug: ${slug}\ntitle: Статья ${number}\nsection: Раздел\n${more}---\nТекст.`;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  await server.publish({ '1.md': article(1, 'one'), '2.md': article(2, 'two', 'visibility: staff\n') });
  await server.publish({
    '1.md': article(1, 'uno'),
    'en/1.md': '---\nnumber: 1\nslug: first\ntitle: T\n---\nx',
  });
  olga = await makeRequester(server.services);
  const { secret } = await makeSession(server.services, { ...olga, channel: 'portal' });
  cookie = `${PORTAL_COOKIE}=${secret}`;
  await server.services.database.inTransaction(SYSTEM, (tx) =>
    addRedirects(tx, [
      { path: '/hc/ru/articles/115000012345-Вывод', kind: 'article', number: 1, locale: null },
      { path: '/index.php?/Knowledgebase/Article/View/7', kind: 'article', number: 1, locale: 'en' },
      { path: '/hc/articles/2', kind: 'article', number: 2, locale: null },
      { path: '/help/ru/article/9', kind: 'article', number: 1, locale: null },
      { path: '/help/ru/article/8', kind: 'article', number: 9, locale: null },
      { path: '/help/ru/article/7', kind: 'article', number: 6, locale: null },
      { path: '/help/ru/article/6', kind: 'article', number: 7, locale: null },
      { path: '/help/ru/section/5', kind: 'section', number: 1, locale: null },
    ]),
  );
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

async function leadsTo(url: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const sent = await server.app.inject({ url, headers });
  return [sent.statusCode, sent.headers.location];
}

describe('an address that nothing stands at any more', () => {
  it.each([
    ['a slug that the article gave up', '/help/ru/article/one', '/help/ru/article/1-uno'],
    ['a number that was merged into another', '/help/ru/article/9-whatever', '/help/ru/article/1-uno'],
    ['a number that was merged twice', '/help/ru/article/8', '/help/ru/article/1-uno'],
    ['a section that is gone', '/help/ru/section/5-old', '/help/ru/section/1-razdel'],
    [
      'an address of another system',
      `/hc/ru/articles/115000012345-${encodeURIComponent('Вывод')}`,
      '/help/ru/article/1-uno',
    ],
    [
      'the same with a slash',
      '/hc/ru/articles/115000012345-%D0%92%D1%8B%D0%B2%D0%BE%D0%B4/',
      '/help/ru/article/1-uno',
    ],
    [
      'one that is known by its query',
      '/index.php?/Knowledgebase/Article/View/7',
      '/help/en/article/1-first',
    ],
  ])('leads on: %s', async (_what, url, to) => {
    expect(await leadsTo(url)).toEqual([301, to]);
  });

  it('leads to the language that the reader prefers', async () => {
    const url = '/hc/ru/articles/115000012345-%D0%92%D1%8B%D0%B2%D0%BE%D0%B4';
    expect(await leadsTo(url, { 'accept-language': 'en' })).toEqual([301, '/help/en/article/1-first']);
  });

  it('tells nobody of what they may not read', async () => {
    expect(await leadsTo('/hc/articles/2')).toEqual([404, undefined]);
    expect(await leadsTo('/hc/articles/2', { cookie })).toEqual([301, '/help/ru/article/2-two']);
  });

  it.each([
    '/hc/articles/3',
    '/help/ru/article/7',
    '/help/ru/article/%FF',
    '/hc/%00',
    '/hc/%E0%A4%A',
    '/api/v1/hc',
  ])('is missing where no redirect leads anywhere: %s', async (url) => {
    const [status] = await leadsTo(url);
    expect([400, 404]).toContain(status);
  });

  it('is looked up for nobody who writes', async () => {
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: '/hc/articles/2',
      headers: { cookie },
    });
    expect(statusCode).toBe(404);
  });
});

it('leads nowhere as long as something stands there', async () => {
  await server.services.database.inTransaction(SYSTEM, (tx) =>
    addRedirects(tx, [{ path: '/help/ru/article/2', kind: 'article', number: 1, locale: null }]),
  );
  expect(await leadsTo('/help/ru/article/2', { cookie })).toEqual([301, '/help/ru/article/2-two']);
});

it('lets the host page open an article by its former slug', async () => {
  const { statusCode, body } = await server.app.inject('/api/v1/articles/one?locale=ru');
  expect([statusCode, JSON.parse(body)]).toMatchObject([200, { number: 1, slug: 'uno' }]);
});
