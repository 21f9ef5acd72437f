import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

let cloned: TestDatabase;
let server: ArticleServer;
let requester: RequesterActor;
let bearer: string;
let agentCookie: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  requester = await makeRequester(server.services);
  bearer = (await makeSession(server.services, requester)).secret;
  agentCookie = (await makeSession(server.services, await makeAgent(server.services))).secret;
  await server.publish({
    'ru/1.md':
      '---\nnumber: 1\ntitle: Вывод денег\nupdated: 2026-02-01\nposted: 2026-01-01\nauthor: Анна\n---\n## Шаг\n\nТекст.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли сотрудников\nvisibility: staff\n---\nТекст.',
    'ru/3.md': '---\nnumber: 3\ntitle: Проверка звонящего\nvisibility: agents\n---\nТекст.',
  });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

async function ask(
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  options: { as?: string; body?: object } = {},
) {
  const headers = options.as === undefined ? {} : { authorization: `Bearer ${options.as}` };
  const sent = await server.app.inject({
    method,
    url,
    headers,
    ...(options.body ? { payload: options.body } : {}),
  });
  return {
    status: sent.statusCode,
    body: sent.body === '' ? null : sent.json<Record<string, unknown>>(),
  };
}

const rowsOf = (table: 'article_votes' | 'deflections') =>
  server.services.database.inTransaction(SYSTEM, ({ sql }) => sql`select * from ${sql(table)}`);

describe('suggest and search', () => {
  it.each(['suggest', 'search'])('%s answers with hits and their address', async (kind) => {
    const { status, body } = await ask(
      'GET',
      `/api/v1/articles/${kind}?q=${encodeURIComponent('вывод денег')}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      results: [
        { number: 1, slug: 'vyvod-deneg', title: 'Вывод денег', url: '/help/ru/article/1-vyvod-deneg' },
      ],
    });
  });

  it.each([
    ['locale=de', 'locale'],
    ['limit=0', 'limit'],
    ['limit=21', 'limit'],
    ['limit=x', 'limit'],
  ])('refuses %s by its name', async (query, field) => {
    expect(await ask('GET', `/api/v1/articles/suggest?q=a&${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', field },
    });
  });

  it('cuts a query that is too long instead of refusing it', async () => {
    const long = encodeURIComponent(`вывод денег ${'а'.repeat(2_500)}`);
    expect((await ask('GET', `/api/v1/articles/suggest?q=${long}`)).status).toBe(200);
    expect((await ask('GET', '/api/v1/articles/suggest')).body).toEqual({ results: [] });
  });

  it('gives staff what is for staff, and nobody what is for agents', async () => {
    const url = `/api/v1/articles/search?q=${encodeURIComponent('роли сотрудников')}`;
    expect((await ask('GET', url)).body).toEqual({ results: [] });
    expect((await ask('GET', url, { as: bearer })).body).toMatchObject({ results: [{ number: 2 }] });
  });
});

describe('look-up', () => {
  const lookUp = (query: Record<string, string>, as?: string) =>
    ask('GET', `/api/v1/articles/look-up?${new URLSearchParams(query).toString()}`, as ? { as } : {});

  it('answers with hits, where they stand, what was meant, and the closest', async () => {
    expect(await lookUp({ q: 'вывад денег' })).toMatchObject({
      status: 200,
      body: {
        hits: [
          {
            number: 1,
            titleMarks: [
              [0, 5],
              [6, 11],
            ],
          },
        ],
        total: 1,
        all: 1,
        section: null,
        corrected: 'вывод денег',
      },
    });
    const { body } = await lookUp({ q: 'выводилка' });
    expect(body).toMatchObject({ hits: [], total: 0, closest: [{ number: 1 }] });
  });

  it('knows nothing of what its reader may not read: no hit, no count, no spelling', async () => {
    const of = async (q: string, as?: string) => {
      const { body } = await lookUp({ q }, as);
      return [body?.['total'], body?.['sections'], body?.['corrected'], body?.['closest']];
    };
    expect(await of('сотрудникав')).toEqual([0, [], null, []]);
    expect(await of('звонящево', bearer)).toEqual([0, [], null, []]);
    expect(await of('сотрудникав', bearer)).toMatchObject([1, [{ count: 1 }], 'сотрудников', []]);
  });

  it.each([
    ['limit=91', 'limit'],
    ['section=x', 'section'],
    ['typing=x', 'typing'],
  ])('refuses %s by its name', async (query, field) => {
    expect(await ask('GET', `/api/v1/articles/look-up?q=a&${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', field },
    });
  });
});

describe('an article', () => {
  it('is read by number and slug', async () => {
    const byNumber = await ask('GET', '/api/v1/articles/1');
    expect(byNumber).toMatchObject({
      status: 200,
      body: {
        number: 1,
        locale: 'ru',
        section: { title: 'Без раздела', slug: 'bez-razdela' },
        author: 'Анна',
        posted: '2026-01-01',
        updated: '2026-02-01',
        html: '<h2 id="h-shag">Шаг</h2>\n<p>Текст.</p>\n',
        vote: null,
      },
    });
    expect(await ask('GET', '/api/v1/articles/vyvod-deneg?locale=en')).toEqual(byNumber);
  });

  it('looks missing to whoever may not read it', async () => {
    const missing = await ask('GET', '/api/v1/articles/99');
    expect(missing.status).toBe(404);
    expect(await ask('GET', '/api/v1/articles/2')).toEqual(missing);
    expect(await ask('GET', '/api/v1/articles/3', { as: bearer })).toEqual(missing);
    expect((await ask('GET', '/api/v1/articles/2', { as: bearer })).status).toBe(200);
    const asAgent = await server.app.inject({
      url: '/api/v1/articles/3',
      cookies: { beseda_desk: agentCookie },
    });
    expect(asAgent.statusCode).toBe(200);
  });
});

describe('a vote', () => {
  const vote = (number: number, body: object, as?: string) =>
    ask('PUT', `/api/v1/articles/${number}/vote`, { body: { locale: 'ru', ...body }, ...(as ? { as } : {}) });

  it('counts once per person and can be changed', async () => {
    expect((await vote(1, { helpful: true }, bearer)).status).toBe(204);
    expect((await ask('GET', '/api/v1/articles/1', { as: bearer })).body).toMatchObject({ vote: 'yes' });
    await vote(1, { helpful: false }, bearer);
    expect((await ask('GET', '/api/v1/articles/1', { as: bearer })).body).toMatchObject({ vote: 'no' });
    expect((await ask('GET', '/api/v1/articles/1')).body).toMatchObject({ vote: null });
    expect(await rowsOf('article_votes')).toMatchObject([
      { voter_id: requester.personId, company_id: requester.companyId, helpful: false },
    ]);
  });

  it('of an anonymous visitor counts once, and never for the person whose id they give', async () => {
    await vote(1, { helpful: true, visitor: requester.personId });
    await vote(1, { helpful: true, visitor: requester.personId.toUpperCase() });
    const rows = await rowsOf('article_votes');
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.voter_id === requester.personId)).toMatchObject({ helpful: false });
  });

  it.each([
    [{ helpful: true }, 1, 400, 'visitor'],
    [{ helpful: true, visitor: 'x' }, 1, 400, 'visitor'],
    [{ visitor: randomUUID() }, 1, 400, 'helpful'],
    [{ helpful: true, visitor: randomUUID(), locale: 'de' }, 1, 400, 'locale'],
    [{ helpful: true, visitor: randomUUID() }, 2, 404, undefined],
    [{ helpful: true, visitor: randomUUID() }, 99, 404, undefined],
  ])('%j on article %i is refused', async (body, number, status, field) => {
    const refused = await vote(number, body);
    expect([refused.status, refused.body?.field]).toEqual([status, field]);
  });
});

describe('«It helped»', () => {
  const evidence = { shown: [1, 2], opened: [1], refused: [2] };
  const record = (body: object, as?: string) =>
    ask('POST', '/api/v1/deflections', {
      body: { locale: 'ru', article: 1, evidence, ...body },
      ...(as ? { as } : {}),
    });

  it('is counted once per draft', async () => {
    const clientId = randomUUID();
    expect((await record({ clientId }, bearer)).status).toBe(204);
    expect((await record({ clientId }, bearer)).status).toBe(204);
    expect(await rowsOf('deflections')).toMatchObject([
      { person_id: requester.personId, client_id: clientId, article_number: 1, evidence },
    ]);
  });

  it('needs a session and an article that its reader may open', async () => {
    const clientId = randomUUID();
    expect((await record({ clientId })).status).toBe(401);
    expect((await record({ clientId, article: 3 }, bearer)).status).toBe(404);
    expect((await record({ clientId: 'x' }, bearer)).body).toMatchObject({ field: 'clientId' });
    expect((await record({ clientId, evidence: { shown: ['a'] } }, bearer)).status).toBe(400);
  });
});
