import { randomUUID } from 'node:crypto';
import type { PageData } from '@beseda/shared/domain/page-data';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import type { LightMyRequestResponse } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApp } from '../apps/add-app';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

type Requests = Extract<PageData, { page: 'requests' }>;
type Headers = Record<string, string>;

const HOST = 'https://office.example';
const NOT_SAID: Headers[] = [{}, { origin: 'null' }];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let clone: TestDatabase;
let server: ArticleServer;
let site: { key: string; secret: string };

beforeAll(async () => {
  clone = await cloneTestDatabase();
  server = await serveArticles(clone.appUrl);
  site = await addApp(as(server.services, SYSTEM), { name: 'Office', origins: [HOST] });
});
afterAll(async () => {
  await server.close();
  await clone.drop();
});

function sign(more: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT({ name: 'Ольга', role: 'staff', company: { id: 'vita', name: 'Вита' }, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('olga')
    .setJti(randomUUID())
    .setExpirationTime(server.services.now() / 1000 + 600)
    .sign(new TextEncoder().encode(site.secret));
}

const post = (url: string, fields: Record<string, string>, headers: Headers = {}) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { ...FORM, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

async function enter(headers: Headers, more: Record<string, string> = {}, token?: string) {
  return post('/help/session', { app: site.key, token: token ?? (await sign()), ...more }, headers);
}

function pageOf({ body }: { body: string }): Requests {
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(body)?.[1] ?? '{}';
  return (JSON.parse(json) as { data: Requests }).data;
}

const cookieOf = ({ headers }: LightMyRequestResponse) =>
  [headers['set-cookie']].flat()[0]?.split(';')[0] ?? '';

const show = (cookie = '', url = '/help/ru/requests') => server.app.inject({ url, headers: { cookie } });

const exchange = (cookie: string, headers: Headers = { 'x-beseda-portal': '1' }) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/portal/session',
    headers: { cookie, ...headers },
    payload: {},
  });

describe('a form of the host', () => {
  it('leads to the requests with a cookie that scripts cannot read, and that pages exchange for a session', async () => {
    const entered = await enter({ origin: HOST }, { locale: 'en' });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/help/en/requests']);
    expect(entered.headers['set-cookie']).toMatch(/^beseda_requests=\S+; .*HttpOnly; .*SameSite=Lax/);
    const cookie = cookieOf(entered);
    const page = await show(cookie);
    expect(pageOf(page)).toMatchObject({ view: { is: 'requests' }, boot: { signedIn: true }, refused: null });
    expect(page.headers['cache-control']).toBe('no-store');
    const session = await exchange(cookie);
    expect(session.json<SessionCreated>()).toMatchObject({
      person: { name: 'Ольга' },
      company: { name: 'Вита' },
    });
  });

  it.each([
    ['new', '/help/ru/requests/new'],
    ['new?article=12&text=%D0%B0+%2B+1', '/help/ru/requests/new?article=12&text=%D0%B0+%2B+1'],
    ['1024', '/help/ru/requests/1024'],
    ['', '/help/ru/requests'],
  ])('leads on to %j', async (to, url) => {
    expect((await enter({ origin: HOST }, { to, locale: 'ru' })).headers.location).toBe(url);
  });

  it.each(['/evil.example', 'new?text=a&x=1', 'new?text=a\nb', 'new?read=7', 'new?text='])(
    'leads nowhere else, such as %j',
    async (to) => {
      expect((await enter({ origin: HOST }, { to })).statusCode).toBe(400);
    },
  );

  it('of another site signs nobody in: its token may be anybody’s', async () => {
    const token = await sign();
    const refused = await enter({ origin: 'https://evil.example' }, {}, token);
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([403, undefined]);
    expect(pageOf(refused).refused?.code).toBe('origin_not_allowed');
    expect((await enter({ origin: HOST }, {}, token)).statusCode).toBe(303);
  });

  it.each(NOT_SAID)('of a site that is not named (%o) asks first who is signed in', async (headers) => {
    const token = await sign();
    const asked = await enter(headers, { to: 'new', locale: 'ru' }, token);
    expect([asked.statusCode, asked.headers['set-cookie']]).toEqual([200, undefined]);
    const { view } = pageOf(asked);
    expect(view).toMatchObject({ is: 'confirm', name: 'Ольга', company: 'Вита' });
    if (view.is !== 'confirm') return;
    const own = { origin: server.services.environment.publicUrl };
    const confirmed = await enter(own, { to: view.to, locale: 'ru' }, view.token);
    expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, '/help/ru/requests/new']);
  });

  it('is good once', async () => {
    const token = await sign();
    await enter({ origin: HOST }, {}, token);
    const again = await enter({ origin: HOST }, {}, token);
    expect([again.statusCode, pageOf(again).refused?.code]).toEqual([401, 'link_spent']);
  });

  it.each([{ origin: HOST }, {}])('tells a distributor whose support is theirs (%o)', async (headers) => {
    const token = await sign({ role: 'distributor', company: { id: 'dist', name: 'Дист' } });
    await enter({ origin: HOST }, {}, token);
    await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) =>
        sql`update companies set distributor_support_url = 'https://help.dist.example/' where external_id = 'dist'`,
    );
    const refused = await enter(headers, {}, token);
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([403, undefined]);
    expect(pageOf(refused).refused).toEqual({
      code: 'not_staff',
      company: 'Дист',
      supportUrl: 'https://help.dist.example/',
    });
  });

  it('of an app that is not known, or with a token that is wrong, says which is', async () => {
    const codes = [];
    for (const more of [{ app: 'none' }, { token: 'none' }]) {
      const answer = await enter({ origin: HOST }, more);
      codes.push([answer.statusCode, pageOf(answer).refused?.code]);
    }
    expect(codes).toEqual([
      [404, 'unknown_app'],
      [401, 'token_malformed'],
    ]);
  });
});

describe('the cookie', () => {
  it('alone opens no session, as another site’s form would send it too', async () => {
    const cookie = cookieOf(await enter({ origin: HOST }));
    expect((await exchange(cookie, {})).json()).toMatchObject({ code: 'invalid_input' });
  });

  it('is over with signing out, wherever a copy of it is kept', async () => {
    const cookie = cookieOf(await enter({ origin: HOST }));
    const out = await server.app.inject({
      method: 'DELETE',
      url: '/api/v1/portal/session',
      headers: { cookie, 'x-beseda-portal': '1' },
    });
    expect([out.statusCode, cookieOf(out)]).toEqual([204, 'beseda_requests=']);
    expect((await exchange(cookie)).json()).toMatchObject({ code: 'session_ended' });
    const page = await show(cookie);
    expect([page.statusCode, pageOf(page).refused?.code]).toEqual([401, 'session_ended']);
    expect(pageOf(page).view.is).toBe('sign-in');
    expect(cookieOf(page)).toBe('beseda_requests=');
  });

  it('of a suspended company shows why', async () => {
    const cookie = cookieOf(
      await enter({ origin: HOST }, {}, await sign({ company: { id: 'late', name: 'Поздно' } })),
    );
    await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update companies set suspended_at = now() where external_id = 'late'`,
    );
    const page = await show(cookie);
    expect([page.statusCode, pageOf(page).refused?.code]).toEqual([403, 'company_suspended']);
  });
});

describe('without a cookie', () => {
  it.each(['', '/new', '/1024'])('requests%s is the way in', async (rest) => {
    const page = await show('', `/help/en/requests${rest}`);
    expect(pageOf(page)).toMatchObject({ view: { is: 'sign-in' }, boot: { signedIn: false, locale: 'en' } });
  });

  it.each([
    ['an article', '?article=12', { article: '12' }],
    [
      'an article and a text',
      '?text=выплата+на%20карту&article=12',
      { article: '12', text: 'выплата на карту' },
    ],
    ['signs that mean something in addresses', '?article=x&text=%2B7%20%26%20%23', { text: '+7 & #' }],
    ['nothing', '?text=+%20', {}],
    ['more than fits', `?text=${'я'.repeat(2_100)}`, { text: 'я'.repeat(2_000) }],
  ])('a question that was begun with %s is led back to', async (_, query, begun) => {
    const written = new URL(`/help/ru/requests/new${query}`, 'http://localhost');
    const { view } = pageOf(await show('', written.pathname + written.search));
    const to = view.is === 'sign-in' ? view.to : '';
    const answer = await post('/help/ru/requests/sign-in', { email: 'nobody@example.com', to });
    const { pathname, searchParams } = new URL(String(answer.headers.location), written);
    expect(pathname).toBe('/help/ru/requests/new');
    expect(Object.fromEntries(searchParams)).toEqual({ ...begun, asked: '1' });
  });

  it('other addresses below are missing', async () => {
    for (const url of ['/help/ru/requests/x', '/help/ru/requests/0', '/help/de/requests'])
      expect((await show('', url)).statusCode).toBe(404);
  });

  it('an address is taken alike, whether it is known or not', async () => {
    const answers = [];
    for (const email of ['nobody@else.example', 'olga@vita.example']) {
      const { statusCode, headers } = await post('/help/ru/requests/sign-in', { email });
      answers.push([statusCode, headers.location]);
    }
    expect(answers).toEqual([
      [303, '/help/ru/requests?asked=1'],
      [303, '/help/ru/requests?asked=1'],
    ]);
    expect(pageOf(await show('', '/help/ru/requests?asked=1')).view.is).toBe('asked');
  });

  it('who came for one ticket is led there by the link', async () => {
    expect(pageOf(await show('', '/help/ru/requests/1024')).view).toMatchObject({
      is: 'sign-in',
      to: '1024',
    });
    const asked = await post('/help/ru/requests/sign-in', { email: 'olga@vita.example', to: '1024' });
    expect(asked.headers.location).toBe('/help/ru/requests/1024?asked=1');
    const refused = await show('', '/help/ru/requests/1024?refused=link_spent');
    expect([refused.statusCode, pageOf(refused).refused?.code]).toEqual([401, 'link_spent']);
  });

  it('an address that cannot be one is given back with the form', async () => {
    const answer = await post('/help/ru/requests/sign-in', { email: 'ольга' });
    expect(answer.statusCode).toBe(400);
    expect(pageOf(answer).view).toEqual({ is: 'sign-in', to: '', email: 'ольга', invalid: true });
  });

  it('why the page was refused is told by its code, and nothing that is not one', async () => {
    const refused = async (code: string) =>
      pageOf(await show('', `/help/ru/requests?refused=${code}`)).refused;
    expect((await refused('link_spent'))?.code).toBe('link_spent');
    expect(await refused('constructor')).toBeNull();
  });
});
