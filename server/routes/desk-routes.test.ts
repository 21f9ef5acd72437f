import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';
import { addAgent } from '../agents/add-agent';
import { createSignInLink } from '../agents/create-sign-in-link';
import { SYSTEM } from '../db/actor';
import { DESK_COOKIE } from '../http/authenticate';
import { as } from '../testing/make-services';

const EMAIL = 'vera@desk.example';

let world: World;

beforeAll(async () => {
  world = await openWorld({ rateLimits: true });
  await addAgent(as(world.services, SYSTEM), { email: EMAIL, name: 'Вера', role: 'agent' });
});
afterAll(() => world.close());

const signIn = (payload: object, remoteAddress = '10.0.0.1') =>
  world.app.inject({ method: 'POST', url: '/api/v1/desk/session', payload, remoteAddress });

it('gives a cookie that no script and no other site can use, and takes it back', async () => {
  const link = new URL(await createSignInLink(world.services, EMAIL)).hash.slice(1);
  const answer = await signIn({ link });
  const [cookie] = answer.cookies;
  expect(answer.json()).toMatchObject({ agent: { email: EMAIL, hasPassword: false } });
  expect(cookie).toMatchObject({ name: DESK_COOKIE, httpOnly: true, sameSite: 'Strict', path: '/' });
  const headers = { cookie: `${DESK_COOKIE}=${cookie?.value}`, 'x-beseda-desk': '1' };
  const ask = (method: 'GET' | 'DELETE') =>
    world.app.inject({ method, url: '/api/v1/desk/session', headers });
  expect((await ask('GET')).statusCode).toBe(200);
  expect((await ask('DELETE')).statusCode).toBe(204);
  expect((await ask('GET')).json()).toMatchObject({ code: 'session_ended' });
});

it('lets nobody guess on and on, from one address or at one account', async () => {
  const guess = async (email: string, address: string) =>
    (await signIn({ email, password: 'guessed guess' }, address)).json<{ code: string }>().code;
  const here: string[] = [];
  for (let i = 0; i < 22; i++) here.push(await guess(`${i}@desk.example`, '10.0.0.2'));
  const refused = ['too_many_requests', 'too_many_requests'];
  expect(here).toEqual([...Array.from({ length: 20 }, () => 'sign_in_failed'), ...refused]);
  const everywhere: string[] = [];
  for (let i = 0; i < 12; i++)
    everywhere.push(await guess(i % 2 ? EMAIL : EMAIL.toUpperCase(), `10.0.1.${i}`));
  expect(everywhere).toEqual([...Array.from({ length: 10 }, () => 'sign_in_failed'), ...refused]);
  expect((await signIn({ link: 'unknown' }, '10.0.0.3')).json()).toMatchObject({ code: 'link_spent' });
});

it('does not tell whether an address is an agent’s', async () => {
  const ask = (email: string) =>
    world.app.inject({ method: 'POST', url: '/api/v1/desk/sign-in-link', payload: { email } });
  const [known, unknown] = [await ask(EMAIL), await ask('nobody@desk.example')];
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
});

it.each([{}, { email: EMAIL }, { password: 'only a password' }, { link: '' }, { link: {} }])(
  'refuses what is neither a link nor an address with a password: %j',
  async (payload) => {
    expect((await signIn(payload, '10.0.0.4')).json()).toMatchObject({ code: 'invalid_input' });
  },
);
