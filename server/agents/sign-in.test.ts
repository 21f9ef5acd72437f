import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import { findActorByApiToken, findActorBySession } from '../sessions/find-actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeServices, type TestServices } from '../testing/make-services';
import { addAgent } from './add-agent';
import { createApiToken } from './create-api-token';
import { createSignInLink } from './create-sign-in-link';
import { setPassword, signInByLink, signInByPassword } from './sign-in';

const DAY_MS = 24 * 60 * 60_000;
const EMAIL = 'anna@desk.example';
const PASSWORD = 'correct horse battery';

let clone: TestDatabase;
let services: TestServices;
let agentId: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
beforeEach(async () => {
  ({ id: agentId } = await addAgent(as(services, SYSTEM), { email: EMAIL, name: 'Анна', role: 'agent' }));
  await change({ disabled: false, passwordHash: null });
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

function change({ disabled, passwordHash }: { disabled: boolean; passwordHash: null }): Promise<unknown> {
  return services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql`update agents set disabled = ${disabled}, password_hash = ${passwordHash} where id = ${agentId}`,
  );
}

async function makeLink(email = EMAIL): Promise<string> {
  const link = await createSignInLink(services, email);
  return new URL(link).hash.slice(1);
}

async function signIn() {
  const { secret } = await signInByLink(services, await makeLink());
  const actor = await findActorBySession(services, secret);
  if (actor?.kind !== 'agent') throw new Error('not signed in');
  return { secret, actor };
}

it('a link signs in once, for whoever was first', async () => {
  const link = await makeLink();
  const tries = await Promise.allSettled([signInByLink(services, link), signInByLink(services, link)]);
  expect(tries.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'fulfilled',
    'rejected',
  ]);
  await expect(signInByLink(services, link)).rejects.toMatchObject({ code: 'link_spent' });
});

it('a link that is a day old, unknown, or of a blocked agent is spent', async () => {
  const [old, blocked] = [await makeLink(), await makeLink()];
  services.clock.now += DAY_MS;
  await expect(signInByLink(services, old)).rejects.toMatchObject({ code: 'link_spent' });
  await expect(signInByLink(services, 'unknown')).rejects.toMatchObject({ code: 'link_spent' });
  services.clock.now -= DAY_MS;
  await change({ disabled: true, passwordHash: null });
  await expect(signInByLink(services, blocked)).rejects.toMatchObject({ code: 'link_spent' });
});

it('a link is made for agents who may sign in, by their address in any letters, and for nobody else', async () => {
  await expect(makeLink(' ANNA@Desk.example ')).resolves.toMatch(/^[\w-]{43}$/);
  await expect(makeLink('nobody@desk.example')).rejects.toMatchObject({ code: 'not_found' });
  await change({ disabled: true, passwordHash: null });
  await expect(makeLink()).rejects.toMatchObject({ code: 'not_found' });
});

it('neither a link nor a session can be read from the database', async () => {
  const link = await makeLink();
  const { secret } = await signIn();
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`select s::text as row from sessions s union all select l::text from sign_in_links l`,
  );
  const kept = JSON.stringify(rows);
  expect(kept).not.toContain(link);
  expect(kept).not.toContain(secret);
});

it('a session lasts a fortnight', async () => {
  const { secret } = await signIn();
  services.clock.now += 14 * DAY_MS - 1;
  expect(await findActorBySession(services, secret)).not.toBeNull();
  services.clock.now += 1;
  expect(await findActorBySession(services, secret)).toBeNull();
});

it('a password signs in; a wrong one, none, and an unknown address are refused alike', async () => {
  const { actor } = await signIn();
  const refusal = { code: 'sign_in_failed', message: 'This address and password do not fit.' };
  await expect(signInByPassword(services, EMAIL, PASSWORD)).rejects.toMatchObject(refusal);
  await setPassword(services, actor, { password: PASSWORD });
  await expect(signInByPassword(services, 'Anna@desk.example', PASSWORD)).resolves.toMatchObject({ agentId });
  await expect(signInByPassword(services, EMAIL, `${PASSWORD}x`)).rejects.toMatchObject(refusal);
  await expect(signInByPassword(services, 'nobody@desk.example', PASSWORD)).rejects.toMatchObject(refusal);
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set disabled = true where id = ${agentId}`,
  );
  await expect(signInByPassword(services, EMAIL, PASSWORD)).rejects.toMatchObject(refusal);
});

it('a password is changed by who knows it, and the change ends the other sessions', async () => {
  const [here, elsewhere] = [await signIn(), await signIn()];
  await setPassword(services, here.actor, { password: PASSWORD });
  expect(await findActorBySession(services, elsewhere.secret)).toBeNull();
  expect(await findActorBySession(services, here.secret)).not.toBeNull();
  const attempt = setPassword(services, here.actor, {
    password: 'another password',
    current: 'guessed guess',
  });
  await expect(attempt).rejects.toMatchObject({ code: 'sign_in_failed', field: 'current' });
  await setPassword(services, here.actor, { password: 'another password', current: PASSWORD });
  await expect(signInByPassword(services, EMAIL, 'another password')).resolves.toBeDefined();
});

it('an API token gets no password, which would live on when it is revoked', async () => {
  const actor = await findActorByApiToken(
    services,
    await createApiToken(as(services, SYSTEM), { name: 'CI', role: 'admin' }),
  );
  if (actor?.kind !== 'agent') throw new Error('no agent');
  await expect(setPassword(services, actor, { password: PASSWORD })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('an API token acts under its name until it is revoked', async () => {
  const token = await createApiToken(as(services, SYSTEM), { name: 'Export', role: 'agent' });
  expect(await findActorByApiToken(services, token)).toMatchObject({
    name: 'Export',
    role: 'agent',
    sessionId: null,
  });
  expect(await findActorByApiToken(services, `${token}x`)).toBeNull();
  expect(await findActorBySession(services, token)).toBeNull();
  await services.database.inTransaction(SYSTEM, ({ sql }) => sql`update api_tokens set revoked_at = now()`);
  expect(await findActorByApiToken(services, token)).toBeNull();
});
