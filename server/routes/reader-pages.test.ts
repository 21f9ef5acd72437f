import { randomUUID } from 'node:crypto';
import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addApp } from '../apps/add-app';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

const HOST = 'https://office.example';
const OWN = '/help/ru/article/2-dlya-svoih';
let clone: TestDatabase;
let server: ArticleServer;
let cookie: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  server = await serveArticles(clone.appUrl);
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\nsection: Кошельки\n---\nТекст.',
    'ru/2.md':
      '---\nnumber: 2\ntitle: Для своих\nsection: Кошельки\nvisibility: staff\n---\nВывод денег: тайна.',
    'ru/4.md':
      '---\nnumber: 4\ntitle: Деньги для своих\nsection: Доступ\nvisibility: staff\n---\nВывод денег сотрудником.',
    'ru/3.md': '---\nnumber: 3\ntitle: Для агентов\nsection: Кошельки\nvisibility: agents\n---\nТайна.',
  });
  cookie = await signIn();
});
afterAll(async () => {
  await server.close();
  await clone.drop();
});

async function signIn(): Promise<string> {
  const { key, secret } = await addApp(as(server.services, SYSTEM), { name: 'Office', origins: [HOST] });
  const token = await new SignJWT({ name: 'Ольга', role: 'staff', company: { id: 'vita', name: 'Вита' } })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('olga')
    .setJti(randomUUID())
    .setExpirationTime(server.services.now() / 1000 + 600)
    .sign(new TextEncoder().encode(secret));
  const entered = await server.app.inject({
    method: 'POST',
    url: '/help/session',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HOST },
    payload: new URLSearchParams({ app: key, token }).toString(),
  });
  return entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function read(url: string, as: string = cookie) {
  const { body, statusCode, headers } = await server.app.inject({ url, headers: { cookie: as } });
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(body)?.[1] ?? '{}';
  return { ...(JSON.parse(json) as { frame: PageFrame; data: PageData }), status: statusCode, headers };
}

it('staff who have signed in read what is theirs, which no cache keeps for others and no search engine lists', async () => {
  const { status, frame, headers, data } = await read(OWN);
  expect([status, frame.open, headers['cache-control']]).toEqual([200, false, 'private, no-cache']);
  expect(headers.vary).toContain('Cookie');
  expect(data).toMatchObject({ page: 'article', article: { number: 2, visibility: 'staff' } });
  const open = await read('/help/ru/article/1-vyvod-deneg');
  expect([open.frame.open, open.headers['cache-control']]).toEqual([true, 'private, no-cache']);
});

it('the home page greets staff with what strangers do not read', async () => {
  expect((await read('/help/ru')).data).toMatchObject({
    own: { kind: 'staff', name: 'Ольга', articles: [{ number: 2 }, { number: 4 }] },
  });
  expect((await read('/help/ru', '')).data).toMatchObject({ own: null });
});

it('a stranger finds no trace of it in neighbours, related articles, contents or what is recent', async () => {
  for (const url of ['/help/ru', '/help/ru/article/1-vyvod-deneg', '/help/ru/section/1-koshelki', OWN]) {
    const { data } = await read(url, '');
    expect(JSON.stringify(data), url).not.toMatch(/[Дд]ля своих|Для агентов/);
  }
  expect((await read(OWN, '')).status).toBe(404);
  expect((await read('/help/ru/article/1-vyvod-deneg')).data).toMatchObject({
    next: { number: 2 },
    related: [{ number: 4 }],
  });
});

it('a page that staff have is not taken for the one that a stranger gets', async () => {
  const { headers } = await read('/help/ru/section/1-koshelki');
  const stranger = await server.app.inject({
    url: '/help/ru/section/1-koshelki',
    headers: { 'if-none-match': String(headers.etag) },
  });
  expect([stranger.statusCode, stranger.headers['cache-control']]).toEqual([200, 'public, no-cache']);
});
