import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { DESK_COOKIE } from '../http/authenticate';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { PORTAL_COOKIE } from './portal-routes';

let cloned: TestDatabase;
let server: ArticleServer;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\nsection: Кошельки\n---\nТекст.',
    'en/1.md': '---\nnumber: 1\ntitle: Withdrawals\nsection: Wallets\n---\nText.',
    'ru/5.md': '---\nnumber: 5\ntitle: Счета\nsection: Кошельки\n---\nТекст.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли\nsection: Доступ\nslug: роли\n---\nТекст.',
    'ru/3.md': '---\nnumber: 3\ntitle: Для своих\nsection: Закрытое\nvisibility: staff\n---\nТекст.',
  });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

type Headers = Record<string, string>;

const get = (url: string, headers: Headers = {}) => server.app.inject({ url, headers });

async function pageOf(
  url: string,
  headers: Headers = {},
): Promise<{ frame: PageFrame; data: PageData; status: number }> {
  const { body, statusCode } = await get(url, headers);
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(body)?.[1] ?? '{}';
  return { ...(JSON.parse(json) as { frame: PageFrame; data: PageData }), status: statusCode };
}

async function leadsTo(url: string, headers: Headers = {}): Promise<[number, unknown]> {
  const { statusCode, headers: sent } = await get(url, headers);
  return [statusCode, sent.location];
}

describe('addresses', () => {
  it.each<[string, number, string]>([
    ['/help', 302, '/help/ru'],
    ['/help/', 301, '/help'],
    ['/help/en/', 301, '/help/en'],
    ['/help/ru/article/1', 301, '/help/ru/article/1-vyvod-deneg'],
    ['/help/ru/article/1-wrong', 301, '/help/ru/article/1-vyvod-deneg'],
    ['/help/ru/article/vyvod-deneg', 301, '/help/ru/article/1-vyvod-deneg'],
    ['/help/en/article/1-vyvod-deneg', 301, '/help/en/article/1-withdrawals'],
    ['/help/en/article/2', 301, '/help/en/article/2-%D1%80%D0%BE%D0%BB%D0%B8'],
    ['/help/ru/section/1', 301, '/help/ru/section/1-koshelki'],
    ['/help/en/section/2-x', 302, '/help/ru/section/2-dostup'],
  ])('%s leads with %i to %s', async (url, status, location) => {
    expect(await leadsTo(url)).toEqual([status, location]);
  });

  it('choose the language that the browser prefers', async () => {
    expect(await leadsTo('/help', { 'accept-language': 'en-GB,ru;q=0.5' })).toEqual([302, '/help/en']);
    expect((await get('/help')).headers.vary).toContain('Accept-Language');
  });

  it.each([
    '/help/de',
    '/help/ru/nothing',
    '/help/ru/article/99',
    '/help/ru/article/3',
    '/help/ru/article/dlya-svoih',
    '/help/ru/article/%00',
    '/help/ru/section/3-zakrytoe',
    '/help/ru/section/x',
    '/help/en/a/b/c',
  ])('%s is missing, with the contents in the right language', async (url) => {
    const { status, data, frame } = await pageOf(url);
    expect([status, data.page]).toEqual([404, 'missing']);
    expect(frame.locale).toBe(url.startsWith('/help/en') ? 'en' : 'ru');
  });
});

describe('pages', () => {
  it('list sections with what is for everybody', async () => {
    const { data, frame } = await pageOf('/help/ru');
    expect(data).toMatchObject({
      page: 'home',
      categories: [
        {
          number: null,
          sections: [
            { title: 'Кошельки', articles: [{ number: 1 }, { number: 5 }], count: 2 },
            { title: 'Доступ', articles: [{ number: 2 }], count: 1 },
          ],
        },
      ],
      own: null,
    });
    expect(frame).toMatchObject({
      name: 'MLM Soft',
      canonical: `${server.services.environment.publicUrl}/help/ru`,
      alternates: { ru: '/help/ru', en: '/help/en' },
    });
  });

  it('show an article with its translations', async () => {
    const { data, frame } = await pageOf('/help/ru/article/1-vyvod-deneg?voted=yes');
    expect(data).toMatchObject({
      page: 'article',
      voted: 'yes',
      article: {
        title: 'Вывод денег',
        html: '<p>Текст.</p>\n',
        section: { url: '/help/ru/section/1-koshelki' },
      },
    });
    expect(frame.alternates).toEqual({
      ru: '/help/ru/article/1-vyvod-deneg',
      en: '/help/en/article/1-withdrawals',
    });
    const other = await pageOf('/help/ru/article/2-%d1%80%d0%be%d0%bb%d0%b8');
    expect(other.frame.alternates).toEqual({ ru: '/help/ru/article/2-%D1%80%D0%BE%D0%BB%D0%B8' });
  });

  it('show an article without a translation in the language that it has, and keep it when the language is switched', async () => {
    const ru = '/help/ru/article/2-%D1%80%D0%BE%D0%BB%D0%B8';
    const en = '/help/en/article/2-%D1%80%D0%BE%D0%BB%D0%B8';
    const { status, data, frame } = await pageOf(en);
    expect([status, frame.locale, frame.switches]).toEqual([200, 'en', { ru, en }]);
    expect(data).toMatchObject({ article: { number: 2, locale: 'ru', title: 'Роли' } });
    expect(frame.canonical).toBe(server.services.environment.publicUrl + ru);
    expect(frame.alternates).toEqual({ ru });
  });

  it('offer by the words of a wrong address what everybody may read', async () => {
    const { data } = await pageOf('/help/ru/article/77-vyvod-deneg');
    expect(data).toMatchObject({ page: 'missing', closest: [{ number: 1 }] });
    expect((await pageOf('/help/ru/article/3-dlya-svoih')).data).toMatchObject({ closest: [] });
  });

  it('count who reads an article, once each time, and neither robots nor looks ahead', async () => {
    const path = '/help/en/article/1-withdrawals';
    await get(path);
    await get(path, { 'user-agent': 'Googlebot/2.1' });
    await get(path, { 'sec-purpose': 'prefetch' });
    await server.app.inject({ method: 'HEAD', url: path });
    await server.services.articleViews.store();
    const [row] = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select views, day::text from article_views where locale = 'en'`,
    );
    expect(row).toEqual({ views: 1, day: '2026-11-23' });
    server.services.clock.now += 61_000;
    expect((await pageOf('/help/en')).data).toMatchObject({ popular: [{ number: 1, title: 'Withdrawals' }] });
  });

  it('show a section', async () => {
    const { data, frame } = await pageOf('/help/en/section/1-wallets');
    expect(data).toMatchObject({
      page: 'section',
      section: { title: 'Wallets', articles: [{ number: 1 }] },
      untranslated: [{ number: 5, title: 'Счета', url: '/help/en/article/5-scheta', lang: 'ru' }],
    });
    expect(frame.alternates.ru).toBe('/help/ru/section/1-koshelki');
  });

  it('search among what is for everybody', async () => {
    const search = async (q: string) => (await pageOf(`/help/ru/search?q=${encodeURIComponent(q)}`)).data;
    expect(await search(' вывод денег ')).toMatchObject({
      page: 'search',
      query: 'вывод денег',
      found: {
        hits: [{ url: '/help/ru/article/1-vyvod-deneg' }],
        total: 1,
        sections: [{ number: 1, count: 1 }],
        corrected: null,
      },
    });
    expect(await search('для своих')).toMatchObject({ found: { hits: [], sections: [], closest: [] } });
    expect(await search('')).toMatchObject({ query: '', found: { hits: [] } });
    expect(await search('вывод дениг')).toMatchObject({ found: { corrected: 'вывод денег', total: 1 } });
    expect(await search('выводилка')).toMatchObject({ found: { total: 0, closest: [{ number: 1 }] } });
    expect((await pageOf('/help/ru/search')).status).toBe(200);
  });
});

describe('headers', () => {
  it('allow what carries the nonce of this answer and no other script or frame', async () => {
    const [one, two] = [await get('/help/ru'), await get('/help/ru')];
    const policy = String(one.headers['content-security-policy']);
    const nonce = /<style nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(two.body).not.toContain(nonce);
  });

  it('let a browser keep a page until it changes', async () => {
    const first = await get('/help/ru');
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = (etag: unknown) => get('/help/ru', { 'if-none-match': String(etag) });
    const known = await again(first.headers.etag);
    expect([known.statusCode, known.body, known.headers['content-security-policy']]).toEqual([
      304,
      '',
      undefined,
    ]);
    expect((await again(`"other", ${String(first.headers.etag).replace('W/', '')}`)).statusCode).toBe(304);
    await server.publish({ 'ru/4.md': '---\nnumber: 4\ntitle: Новая\nsection: Доступ\n---\nТекст.' });
    expect((await again(first.headers.etag)).statusCode).toBe(200);
  });
});

describe('somebody who has signed in', () => {
  const enter = async (actor: RequesterActor | AgentActor) => {
    const { secret } = await makeSession(server.services, actor);
    return { cookie: `${actor.kind === 'agent' ? DESK_COOKIE : PORTAL_COOKIE}=${secret}` };
  };

  it('reads what is for them, on pages that nobody else is given', async () => {
    const olga = await makeRequester(server.services);
    const anna = await makeAgent(server.services);
    for (const cookie of [await enter({ ...olga, channel: 'portal' }), await enter(anna)]) {
      const { status, data, frame } = await pageOf('/help/ru/article/3-dlya-svoih', cookie);
      expect([status, frame.open]).toEqual([200, false]);
      expect(data).toMatchObject({ page: 'article', article: { number: 3, visibility: 'staff' } });
      expect((await get('/help/ru', cookie)).headers['cache-control']).toBe('private, no-cache');
    }
    expect((await get('/help/ru')).headers['cache-control']).toBe('public, no-cache');
  });

  it('votes as themselves', async () => {
    const olga = await makeRequester(server.services);
    const { cookie } = await enter({ ...olga, channel: 'portal' });
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const url = '/help/ru/article/3/vote';
    const { statusCode } = await server.app.inject({ method: 'POST', url, headers, payload: 'helpful=yes' });
    expect(statusCode).toBe(303);
    const votes = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`delete from article_votes where article_number = 3 returning voter_id`,
    );
    expect([...votes]).toEqual([{ voter_id: olga.personId }]);
  });
});

it.each(['/help/ru', '/help/ru/article/1-vyvod-deneg', '/help/ru/section/1-koshelki', '/help/ru/nothing'])(
  'HEAD of %s says what GET does, without the page',
  async (url) => {
    const asked = await server.app.inject({ method: 'HEAD', url });
    const whole = await get(url);
    expect([asked.statusCode, asked.body]).toEqual([whole.statusCode, '']);
    expect([asked.headers.etag, asked.headers['cache-control'], asked.headers.vary]).toEqual([
      whole.headers.etag,
      whole.headers['cache-control'],
      'Accept-Encoding, Cookie',
    ]);
  },
);

describe('the form', () => {
  const vote = (body: string, cookies: Record<string, string> = {}, number = '1') =>
    server.app.inject({
      method: 'POST',
      url: `/help/ru/article/${number}/vote`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body,
      cookies,
    });
  const votes = () =>
    server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select helpful, company_id from article_votes`,
    );

  it('counts a vote once per browser and leads back with thanks', async () => {
    const first = await vote('helpful=yes');
    expect([first.statusCode, first.headers.location]).toEqual([
      303,
      '/help/ru/article/1-vyvod-deneg?voted=yes#vote',
    ]);
    const [cookie] = first.cookies;
    expect(cookie).toMatchObject({ name: 'beseda_visitor', httpOnly: true, sameSite: 'Lax', path: '/help' });
    await vote('helpful=no', { beseda_visitor: cookie?.value ?? '' });
    expect(await votes()).toEqual([{ helpful: false, company_id: null }]);
  });

  it.each([
    ['an unknown answer', 'helpful=maybe', '1', 400],
    ['nothing', '', '1', 400],
    ['an article that is not theirs', 'helpful=yes', '3', 404],
    ['a flood', `helpful=yes&x=${'x'.repeat(70_000)}`, '1', 413],
  ])('refuses %s', async (_what, body, number, status) => {
    expect((await vote(body, { beseda_visitor: 'x' }, number)).statusCode).toBe(status);
    expect(await votes()).toHaveLength(1);
  });
});
