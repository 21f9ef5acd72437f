import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

let cloned: TestDatabase;
let server: ArticleServer;
let home: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  home = server.services.environment.publicUrl;
  await server.publish({
    'ru/1.md':
      '---\nnumber: 1\ntitle: Вывод <денег> & карты\nsection: Кошельки\nupdated: 2026-10-02\n---\nТекст **важный**.',
    'en/1.md': '---\nnumber: 1\ntitle: Withdrawals\nsection: Wallets\nupdated: 2026-10-05\n---\nText.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли\nsection: Доступ\nslug: роли\nupdated: 2026-09-01\n---\nТекст.',
    'ru/3.md': '---\nnumber: 3\ntitle: Для своих\nsection: Закрытое\nvisibility: staff\n---\nТайна.',
    'ru/4.md': '---\nnumber: 4\ntitle: Для агентов\nsection: Доступ\nvisibility: agents\n---\nТайна.',
  });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);

it('robots are told what to leave alone, and where the sitemap is', async () => {
  const { body, headers } = await get('/robots.txt');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain('Disallow: /api/\n');
  expect(body).toContain(`Sitemap: ${home}/sitemap.xml\n`);
});

it('the sitemap has every public page with its languages and last change, and no other', async () => {
  const { body } = await get('/sitemap.xml');
  expect(all(body, /<loc>([^<]*)<\/loc>/g).map((url) => url?.slice(home.length))).toEqual([
    '/help/ru',
    '/help/en',
    '/help/ru/section/1-koshelki',
    '/help/en/section/1-wallets',
    '/help/ru/section/2-dostup',
    '/help/ru/article/1-vyvod-deneg-karty',
    '/help/en/article/1-withdrawals',
    '/help/ru/article/2-%D1%80%D0%BE%D0%BB%D0%B8',
  ]);
  const [article] = /<url><loc>[^<]*\/article\/1-vyvod.*?<\/url>/.exec(body) ?? [''];
  expect(article).toContain('<lastmod>2026-10-05</lastmod>');
  expect(article).toContain(`hreflang="en" href="${home}/help/en/article/1-withdrawals"/>`);
  expect(article).toContain(`hreflang="x-default" href="${home}/help/ru/article/1-vyvod-deneg-karty"/>`);
  expect((await get('/sitemaps/2.xml')).statusCode).toBe(404);
});

it('the feed has what is new for everybody, the latest first, and says it safely', async () => {
  const { body, headers } = await get('/help/ru/feed.atom');
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(all(body, /<title>([^<]*)<\/title>/g)).toEqual([
    'MLM Soft: новое в базе знаний',
    'Вывод &lt;денег&gt; &amp; карты',
    'Роли',
  ]);
  expect(body).toContain(`<id>${home}/help/ru/article/1</id>`);
  expect(body).toContain('<updated>2026-10-02T00:00:00Z</updated>');
  expect(body).toContain('<summary>Текст важный.</summary>');
  expect(body).not.toContain('Тайна');
});

it('both are not sent again to who has them', async () => {
  for (const url of ['/sitemap.xml', '/help/ru/feed.atom', '/robots.txt']) {
    const { headers } = await get(url);
    expect((await get(url, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
    const head = await server.app.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', headers.etag]);
  }
});
