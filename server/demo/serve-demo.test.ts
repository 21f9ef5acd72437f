import Fastify, { type FastifyInstance } from 'fastify';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople, personKeys } from './people';
import { serveDemo } from './serve-demo';

const secret = 'a secret of the demo app, thirty-two bytes or more';
const appKey = 'app demo&1';
let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  await app.register(serveDemo, { appKey, secret, kid: 'k1' });
});
afterAll(() => app.close());

describe('support token', () => {
  test.each(personKeys)('of %s verifies with the secret and says who asks', async (as) => {
    const reply = await app.inject(`/demo/support-token?as=${as}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');

    const { payload } = await jwtVerify(reply.body, new TextEncoder().encode(secret), {
      audience: appKey,
      algorithms: ['HS256'],
    });
    const { sub, name, email, role, company } = demoPeople[as];
    const { id, name: companyName, plan, region } = company;
    expect(payload).toMatchObject({ sub, name, email, role });
    expect(payload['company']).toEqual({ id, name: companyName, plan, region });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(decodeProtectedHeader(reply.body).kid).toBe('k1');
  });

  test('without a kid has none in its header', async () => {
    const plain = Fastify();
    await plain.register(serveDemo, { appKey, secret: new TextEncoder().encode(secret) });
    const reply = await plain.inject('/demo/support-token?as=start');
    expect(decodeProtectedHeader(reply.body)).toEqual({ alg: 'HS256', typ: 'JWT' });
    await plain.close();
  });

  test.each(['?as=root', '?as=', '', '?as=start&as=manager', '?as=toString'])(
    'for "%s" is refused',
    async (query) => {
      const reply = await app.inject(`/demo/support-token${query}`);
      expect(reply.statusCode).toBe(400);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.json()).toEqual({
        code: 'invalid_person',
        message: expect.stringContaining('distributor'),
      });
    },
  );

  test('staff stand for the four plans, each of another company; the roles are as named', () => {
    const staff = (['start', 'business', 'network', 'enterprise'] as const).map((as) => demoPeople[as]);
    expect(staff.map((person) => person.company.plan)).toEqual([
      'start',
      'business',
      'network',
      'enterprise',
    ]);
    expect(new Set(staff.map((person) => person.company.id)).size).toBe(4);
    expect(demoPeople.manager).toMatchObject({ role: 'manager', company: { plan: 'business' } });
    expect(demoPeople.distributor).toMatchObject({ role: 'distributor', company: { plan: 'start' } });
    expect(new Set(personKeys.map((as) => demoPeople[as].sub)).size).toBe(personKeys.length);
  });
});

describe('page', () => {
  test.each(['/demo', '/demo/', '/demo/members', '/demo/members/1042', '/demo/members?as=manager'])(
    '%s is the same page, with key and nonce filled in',
    async (url) => {
      const reply = await app.inject(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.body).toContain('src="/widget.js?app=app%20demo%261"');
      expect(reply.body).not.toMatch(/__[A-Z_]+__/);
    },
  );

  test('is sent under a strict policy whose nonce its inline scripts carry, a new one each time', async () => {
    const [one, two] = [await app.inject('/demo'), await app.inject('/demo')];
    const nonce = /'nonce-([\w-]+)'/.exec(String(one.headers['content-security-policy']))?.[1];
    expect(one.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    const inline = [...one.body.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
    expect(inline.length).toBeGreaterThan(1);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    expect(one.body).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(two.headers['content-security-policy']).not.toBe(one.headers['content-security-policy']);
  });

  test('people are told to it, and assets come typed, with an ETag that saves the second load', async () => {
    expect((await app.inject('/demo/people.json')).json()).toEqual(demoPeople);
    const script = await app.inject('/demo/assets/app/start-app.js');
    expect(script.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    const again = await app.inject({
      url: '/demo/assets/app/start-app.js',
      headers: { 'if-none-match': String(script.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    expect((await app.inject('/demo/assets/css/tokens.css')).headers['content-type']).toMatch(/^text\/css/);
  });

  test.each(['/demo/assets/none.js', '/demo/assets/..%2findex.html'])('%s is not found', async (url) => {
    expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await app.inject(url)).headers['content-type']).not.toContain('text/html');
  });
});
