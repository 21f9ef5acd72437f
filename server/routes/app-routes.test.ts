import { brotliDecompressSync } from 'node:zlib';
import type { AddedAppSecret, AppCard, AppRow } from '@beseda/shared/protocol/admin';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import type { LightMyRequestResponse } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';
import type { AddedApp } from '../apps/add-app';
import { SYSTEM } from '../db/actor';
import { sweepSessions } from '../sessions/end-session';

const HOST = 'https://admin.example';
const DAY_MS = 24 * 60 * 60_000;
let world: World;
let app: AddedApp;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  app = await add();
});

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const headers = await world.headersOf('admin');
  return world.app.inject({ method, url: `/api/v1/apps${path}`, headers, ...(payload ? { payload } : {}) });
}
const add = async () => (await call('POST', '', { name: 'Бэк-офис', origins: [HOST] })).json<AddedApp>();
const cardOf = async ({ key }: { key: string }) => (await call('GET', `/${key}`)).json<AppCard>();
const change = async (patch: object) => (await call('PATCH', `/${app.key}`, patch)).json<AppCard>();
/** What is served lags behind by less than 2 s. */
const wait = () => {
  world.services.clock.now += 2_000;
};

async function signIn(secret: { secret?: string; kid: string }, origin = HOST) {
  const token = await new SignJWT({ name: 'Ольга', role: 'staff', company: { id: 'vita', name: 'Вита' } })
    .setProtectedHeader({ alg: 'HS256', kid: secret.kid })
    .setSubject('24')
    .setExpirationTime(world.services.clock.now / 1000 + 600)
    .sign(new TextEncoder().encode(secret.secret));
  const payload = { app: app.key, token };
  return world.app.inject({ method: 'POST', url: '/api/v1/session', headers: { origin }, payload });
}
const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code?: string }>().code;
const askLoader = (headers: Record<string, string> = {}) =>
  world.app.inject({ url: `/widget.js?app=${app.key}`, headers });

async function historyOf({ id }: { id: string }): Promise<string> {
  const headers = await world.headersOf('admin');
  return (await world.app.inject({ url: `/api/v1/audit?object=app:${id}`, headers })).body;
}

describe('an app', () => {
  it('is made, listed and changed; of its theme only what is given', async () => {
    expect(await cardOf(app)).toMatchObject({
      name: 'Бэк-офис',
      origins: [HOST],
      disabled: false,
      trustedClaims: false,
      theme: { accent: '#3b5bdb', position: 'right', side: 20, bottom: 20, ownButton: false },
      secrets: [{ kid: app.kid, algorithm: 'HS256', usedAt: null, sessions: 0, retiredAt: null }],
      publicUrl: world.services.environment.publicUrl,
    });
    await change({ theme: { accent: '#FFD000', launcher: { ru: ' Помощь ' } } });
    const card = await change({ name: 'Офис', theme: { position: 'left' }, trustedClaims: true });
    expect(card).toMatchObject({
      name: 'Офис',
      trustedClaims: true,
      theme: { accent: '#ffd000', position: 'left', side: 20, launcher: { ru: 'Помощь', en: null } },
    });
    const { results } = (await call('GET', '')).json<{ results: AppRow[] }>();
    expect(results.find(({ key }) => key === app.key)).toMatchObject({ name: 'Офис', kids: [app.kid] });
    const history = await historyOf(card);
    expect(JSON.parse(history)).toMatchObject({
      results: [
        { changes: { name: { from: 'Бэк-офис', to: 'Офис' }, position: { from: 'right', to: 'left' } } },
        { changes: { accent: { from: '#3b5bdb', to: '#ffd000' }, launcherRu: { from: null, to: 'Помощь' } } },
        { action: 'created' },
      ],
    });
    expect(history).not.toContain(app.secret);
  });

  it.each([
    [{ origins: ['http://admin.example'] }, 'origins'],
    [{ origins: [] }, 'origins'],
    [{ name: ' ' }, 'name'],
    [{ theme: { accent: 'red' } }, 'theme.accent'],
    [{ theme: { bottom: 900 } }, 'theme.bottom'],
    [{ theme: { launcher: { ru: 'Очень длинная надпись, которая никуда не влезет' } } }, 'theme.launcher.ru'],
    [{ secret: 'x' }, 'secret'],
  ])('refuses %j and names the field', async (patch, field) => {
    const answer = await call('PATCH', `/${app.key}`, patch);
    expect(answer.json()).toMatchObject({ code: 'invalid_input', field });
    expect(await cardOf(app)).toMatchObject({ name: 'Бэк-офис', origins: [HOST] });
  });

  it('is removed while nobody came through it; else it says what belongs to it', async () => {
    expect((await signIn(app)).statusCode).toBe(201);
    const refused = await call('DELETE', `/${app.key}`);
    expect(refused.json()).toMatchObject({ code: 'in_use', details: { sessions: 1 } });
    const unused = await add();
    expect((await call('DELETE', `/${unused.key}`)).statusCode).toBe(204);
    expect(codeOf(await call('GET', `/${unused.key}`))).toBe('not_found');
  });

  it('that is disabled lets nobody in, ends who is in, and its script does nothing', async () => {
    const { session } = (await signIn(app)).json<SessionCreated>();
    expect(await change({ disabled: true })).toMatchObject({ disabled: true, sessions: 0 });
    wait();
    expect(codeOf(await signIn(app))).toBe('app_disabled');
    const again = await world.app.inject({
      url: '/api/v1/tickets',
      headers: { authorization: `Bearer ${session}` },
    });
    expect(codeOf(again)).toBe('app_disabled');
    expect(codeOf(await world.app.inject({ url: `/panel?app=${app.key}` }))).toBe('app_disabled');
    const script = await askLoader();
    expect([script.statusCode, script.body.replace(/\/\*.*\*\//, '')]).toEqual([200, '']);
    await change({ disabled: false });
    wait();
    expect((await signIn(app)).statusCode).toBe(201);
    expect((await askLoader()).body).toContain(app.key);
  });
});

it('a session that another node opened while its app was being disabled is no good either', async () => {
  const { session } = (await signIn(app)).json<SessionCreated>();
  await change({ disabled: true });
  const { id } = await cardOf(app);
  await world.services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update sessions set ended_at = null where app_id = ${id}`,
  );
  const headers = { authorization: `Bearer ${session}` };
  expect(codeOf(await world.app.inject({ url: '/api/v1/tickets', headers }))).toBe('app_disabled');
});

describe('its secrets', () => {
  const secretsOf = async () =>
    Object.fromEntries((await cardOf(app)).secrets.map(({ kid, ...rest }) => [kid, rest]));

  it('rotate: both work, then the new one alone; the retired one comes back, or is deleted', async () => {
    const added = (await call('POST', `/${app.key}/secrets`, {})).json<AddedAppSecret>();
    wait();
    expect((await signIn(app)).statusCode).toBe(201);
    expect((await signIn(added)).statusCode).toBe(201);
    expect(await secretsOf()).toMatchObject({ [app.kid]: { sessions: 1 }, [added.kid]: { sessions: 1 } });

    const former = `/${app.key}/secrets/${app.kid}`;
    expect((await call('DELETE', former)).json()).toMatchObject({ code: 'in_use' });
    await call('PATCH', former, { retired: true });
    wait();
    expect(codeOf(await signIn(app))).toBe('token_signature');
    expect((await signIn(added)).statusCode).toBe(201);
    await call('PATCH', former, { retired: false });
    wait();
    expect((await signIn(app)).statusCode).toBe(201);

    await call('PATCH', former, { retired: true });
    expect((await call('DELETE', former)).statusCode).toBe(204);
    expect(codeOf(await call('PATCH', former, { retired: false }))).toBe('not_found');
    const last = await call('PATCH', `/${app.key}/secrets/${added.kid}`, { retired: true });
    expect(last.json()).toMatchObject({ code: 'invalid_input', field: 'kid' });
    const history = await historyOf(await cardOf(app));
    expect(history).toContain(added.kid);
    for (const { secret = '' } of [app, added]) expect(history).not.toContain(secret);
  });

  it('are shown once', async () => {
    const answer = await call('POST', `/${app.key}/secrets`, {});
    expect(answer.headers['cache-control']).toBe('no-store');
    const { secret = '' } = answer.json<AddedAppSecret>();
    expect(secret).toHaveLength(43);
    for (const path of ['', `/${app.key}`]) expect((await call('GET', path)).body).not.toContain(secret);
  });

  it('keep the time of their last use after the sessions are gone', async () => {
    const at = new Date(world.services.clock.now).toISOString();
    await signIn(app);
    world.services.clock.now += 9 * DAY_MS;
    await sweepSessions(world.services);
    expect(await cardOf(app)).toMatchObject({
      seenAt: at,
      seen: [{ origin: HOST, at }],
      secrets: [{ usedAt: at, sessions: 0 }],
    });
    await signIn(app, 'http://localhost:80');
    const { seenAt, seen } = await cardOf(app);
    expect([seenAt === at, seen]).toEqual([false, [{ origin: HOST, at }]]);
  });
});

describe('sites that are none of its origins', () => {
  const settled = () => world.refused.settled();
  const refusedOf = async () => (await cardOf(app)).refused;

  it('are counted, and no longer once they are', async () => {
    for (const _ of [1, 2]) {
      expect(codeOf(await signIn(app, 'https://new.example'))).toBe('origin_not_allowed');
    }
    await settled();
    expect(await refusedOf()).toMatchObject([{ origin: 'https://new.example', times: 2 }]);
    await change({ origins: [HOST, 'https://new.example'] });
    expect(await refusedOf()).toEqual([]);
    wait();
    expect((await signIn(app, 'https://new.example')).statusCode).toBe(201);
  });

  it('are seen by the panel too, where nobody is signed in', async () => {
    const referer = 'https://shop.example/orders?token=1';
    const headers = { referer, 'sec-fetch-dest': 'iframe' };
    await world.app.inject({ url: `/panel?app=${app.key}`, headers });
    await world.app.inject({ url: `/panel?app=${app.key}`, headers: { ...headers, referer: `${HOST}/x` } });
    await settled();
    expect((await refusedOf()).map(({ origin }) => origin)).toEqual(['https://shop.example']);
  });

  it('are kept in a small number, the newest, and for a week', async () => {
    for (let index = 0; index < 30; index += 1) {
      await signIn(app, `https://s${index}.example`);
      await settled();
      world.services.clock.now += 1_000;
    }
    const kept = await refusedOf();
    expect([kept.length, kept[0]?.origin, kept.at(-1)?.origin]).toEqual([
      20,
      'https://s29.example',
      'https://s10.example',
    ]);
    world.services.clock.now += 8 * DAY_MS;
    expect(await refusedOf()).toEqual([]);
  });

  it('cannot be what is no site', async () => {
    for (const origin of ['null', 'file://', `https://${'a'.repeat(300)}.example`]) await signIn(app, origin);
    await settled();
    expect(await refusedOf()).toEqual([]);
  });
});

describe('the script', () => {
  it('carries texts, colours and places as they are now, and says so by its tag', async () => {
    const first = await askLoader();
    expect(first.body).toContain('text:{"ru":"Начать беседу","en":"Start a conversation"}');
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const tag = String(first.headers.etag);
    const known = await askLoader({ 'if-none-match': `"other", ${tag}` });
    expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', tag]);

    await change({ theme: { accent: '#ffd000', side: 32, launcher: { ru: '</script>' }, ownButton: true } });
    wait();
    const fresh = await askLoader({ 'if-none-match': tag });
    expect(fresh.statusCode).toBe(200);
    expect(fresh.headers.etag).not.toBe(tag);
    expect(fresh.body).toContain('background:#8f7300');
    expect(fresh.body).toContain('right:32px');
    expect(fresh.body).toContain('hidden:true');
    expect(fresh.body).not.toContain('</script>');
  });

  it('has one tag in every encoding, and varies by it', async () => {
    const [plain, brotli] = [await askLoader(), await askLoader({ 'accept-encoding': 'br' })];
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    expect(brotli.headers.etag).toBe(plain.headers.etag);
  });
});

it('no requester reads what tokens are signed with, or who asked from where, in the database itself', async () => {
  await signIn(app, 'https://new.example');
  await world.refused.settled();
  const count = (actor: typeof SYSTEM | World['ours']['owner']) =>
    world.services.database.inTransaction(actor, async ({ sql }) => [
      (await sql`select from app_secrets`).length > 0,
      (await sql`select from refused_origins`).length > 0,
    ]);
  expect(await count(world.ours.owner)).toEqual([false, false]);
  expect(await count(SYSTEM)).toEqual([true, true]);
});
