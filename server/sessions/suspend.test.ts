import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AddedApp, addApp } from '../apps/add-app';
import { createAppDirectory } from '../apps/find-app';
import { updateCompany } from '../companies/update-company';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import { demoPeople } from '../demo/people';
import { signSupportToken } from '../demo/sign-support-token';
import { updatePerson } from '../people/update-person';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';
import { findEndedSessions } from './end-session';
import { explainEndedSession, findActorBySession } from './find-actor';
import { openSession } from './open-session';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let admin: Context;
let trusted: AddedApp;
let plain: AddedApp;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  services.clock.now = Date.now();
  stage = await serveSockets(services);
  admin = as(services, SYSTEM);
  trusted = await addApp(admin, { name: 'Trusted', origins: ['https://a.example'], trustedClaims: true });
  plain = await addApp(admin, { name: 'Plain', origins: ['https://b.example'] });
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
});

async function exchange(app: AddedApp, who: keyof typeof demoPeople) {
  const record = await createAppDirectory(services.database, services.now).byKey(app.key);
  if (!record) throw new Error('no app');
  const token = await signSupportToken(demoPeople[who], { appKey: app.key, ...app });
  return openSession(services, record, token);
}
const companyOf = async (externalId: string) => {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string; plan: string | null; region: string | null }[]>`
      select id, plan, region from companies where external_id = ${externalId}`,
  );
  if (!row) throw new Error('no company');
  return row;
};

it('a suspended company’s sessions end with the change, its sockets at once, and each door says why', async () => {
  const person = await makeRequester(services, { company: 'closing' });
  const { secret, id } = await makeSession(services, person);
  const client = await stage.knock({ session: secret }).connect();
  const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));

  await updateCompany(admin, person.companyId, { suspended: true });
  await gone;
  expect(client.heard.map(({ fact }) => fact)).toContain('session:ended');
  expect(await findActorBySession(services, secret)).toBeNull();
  expect(await explainEndedSession(services, secret)).toMatchObject({ code: 'company_suspended' });
  await expect(stage.knock({ session: secret }).connect()).rejects.toBe('company_suspended');
  expect(await findEndedSessions(services, [{ id, kind: 'requester' }])).toEqual([id]);

  await updateCompany(admin, person.companyId, { suspended: false });
  expect(await findActorBySession(services, secret)).toBeNull();
  const fresh = await makeSession(services, person);
  await stage.knock({ session: fresh.secret }).connect();
});

it('a blocked person loses theirs, and a colleague does not', async () => {
  const [person, colleague] = [
    await makeRequester(services, { company: 'staying' }),
    await makeRequester(services, { company: 'staying', name: 'Коллега' }),
  ];
  const [{ secret }, other] = [await makeSession(services, person), await makeSession(services, colleague)];
  await updatePerson(admin, person.personId, { blocked: true });
  expect(await explainEndedSession(services, secret)).toMatchObject({ code: 'person_blocked' });
  await expect(stage.knock({ session: secret }).connect()).rejects.toBe('person_blocked');
  expect(await findActorBySession(services, other.secret)).not.toBeNull();
});

it('another node finds out by the rows alone', async () => {
  const person = await makeRequester(services, { company: 'elsewhere' });
  const { id } = await makeSession(services, person);
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update companies set suspended_at = now() where id = ${person.companyId}`,
  );
  expect(await findEndedSessions(services, [{ id, kind: 'requester' }])).toEqual([id]);
});

it('no token opens a session for who is suspended or blocked, and none is left behind', async () => {
  await exchange(trusted, 'start');
  const { id } = await companyOf('roskar');
  await updateCompany(admin, id, { suspended: true });
  await expect(exchange(trusted, 'start')).rejects.toMatchObject({ code: 'company_suspended', status: 403 });
  await updateCompany(admin, id, { suspended: false });
  const { person } = await exchange(trusted, 'start');
  await updatePerson(admin, person.id, { blocked: true });
  await expect(exchange(trusted, 'start')).rejects.toMatchObject({ code: 'person_blocked', status: 403 });
  const live = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`select from sessions where person_id = ${person.id} and ended_at is null`,
  );
  expect(live).toHaveLength(0);
});

it('plan and region are taken from the token of a trusted app, and from nobody else’s', async () => {
  await exchange(plain, 'enterprise');
  const { id, plan, region } = await companyOf('severnoe-siyanie');
  expect({ plan, region }).toEqual({ plan: null, region: null });
  await updateCompany(admin, id, { plan: 'network', region: 'KZ' });
  await exchange(plain, 'enterprise');
  expect(await companyOf('severnoe-siyanie')).toMatchObject({ plan: 'network', region: 'KZ' });
  await exchange(trusted, 'enterprise');
  expect(await companyOf('severnoe-siyanie')).toMatchObject({ plan: 'enterprise', region: 'RU' });
});

it('a distributor is led to the company’s own support for them', async () => {
  await expect(exchange(trusted, 'distributor')).rejects.toMatchObject({ details: { supportUrl: null } });
  const { id } = await companyOf(demoPeople.distributor.company.id);
  await updateCompany(admin, id, { distributorSupportUrl: 'https://help.company.example' });
  await expect(exchange(trusted, 'distributor')).rejects.toMatchObject({
    code: 'not_staff',
    details: { supportUrl: 'https://help.company.example' },
  });
});
