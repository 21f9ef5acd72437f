import Fastify, { type FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addApp } from '../apps/add-app';
import { createAppDirectory } from '../apps/find-app';
import { SYSTEM } from '../db/actor';
import { answerErrors } from '../http/answer-errors';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeServices, type TestServices } from '../testing/make-services';
import { sessionRoutes } from './session-routes';

const HOST = 'https://office.example';
let clone: TestDatabase;
let services: TestServices;
let app: FastifyInstance;
let site: { key: string; secret: string; kid: string };

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  site = await addApp(as(services, SYSTEM), { name: 'Office', origins: [HOST] });
  app = Fastify();
  answerErrors(app);
  sessionRoutes(app, services, createAppDirectory(services.database, services.now));
});
afterAll(async () => {
  await app.close();
  await services.database.close();
  await clone.drop();
});

function sign(role: string): Promise<string> {
  return new SignJWT({ name: 'Ольга', role, company: { id: 'vita', name: 'Вита' } })
    .setProtectedHeader({ alg: 'HS256', kid: site.kid })
    .setSubject('24')
    .setExpirationTime(services.clock.now / 1000 + 600)
    .sign(new TextEncoder().encode(site.secret));
}

async function post(headers: Record<string, string>, role = 'staff') {
  const payload = JSON.stringify({ app: site.key, token: await sign(role) });
  return app.inject({ method: 'POST', url: '/api/v1/session', headers, payload });
}

it.each(['application/json', 'text/plain;charset=UTF-8'])(
  'exchanges a token that comes as %s',
  async (type) => {
    const answer = await post({ 'content-type': type, origin: HOST });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['access-control-allow-origin']).toBe(HOST);
    expect(answer.json()).toMatchObject({
      person: { name: 'Ольга', role: 'staff' },
      openConversations: 0,
      unread: 0,
    });
  },
);

it('lets no other site read the answer', async () => {
  const answer = await post({ 'content-type': 'text/plain', origin: 'https://elsewhere.example' });
  expect(answer.json()).toMatchObject({ code: 'origin_not_allowed' });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

it('tells a distributor whose support is theirs, readable by the host', async () => {
  const answer = await post({ 'content-type': 'text/plain', origin: HOST }, 'distributor');
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'not_staff', details: { company: 'Вита' } });
  expect(answer.headers['access-control-allow-origin']).toBe(HOST);
});

it('refuses text that is no JSON with its code', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'content-type': 'text/plain' },
    payload: 'app=x',
  });
  expect(answer.json()).toMatchObject({ code: 'invalid_input' });
});
