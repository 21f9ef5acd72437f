import { randomUUID } from 'node:crypto';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addApp } from '../apps/add-app';
import { type AppRecord, createAppDirectory } from '../apps/find-app';
import type { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { claimMail, findDueMail } from '../mail/claim-mail';
import { endSession, sweepSessions } from '../sessions/end-session';
import { findActorBySession } from '../sessions/find-actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { continueSession } from './continue-session';
import { mailPortalLink } from './mail-portal-link';
import { enterByLink, enterByToken, type PortalSession } from './open-portal-session';

const EMAIL = 'olga@vita.example';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MINUTE_MS = 60_000;
let clone: TestDatabase;
let services: TestServices;
let app: AppRecord;
let secret: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  const added = await addApp(as(services, SYSTEM), { name: 'Office', origins: ['https://office.example'] });
  const found = await createAppDirectory(services.database, services.now).byKey(added.key);
  if (!found) throw new Error('no app');
  app = found;
  secret = added.secret;
  await makeRequester(services, { email: EMAIL });
});
beforeEach(async () => {
  services.clock.now += 60 * MINUTE_MS;
  await run((sql) => sql`delete from mail_outbox`);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

function run(work: (sql: Transaction['sql']) => Promise<unknown>): Promise<unknown> {
  return services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));
}

function sign(more: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT({ name: 'Иван', role: 'staff', company: { id: 'vita', name: 'Вита' }, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('ivan')
    .setJti(randomUUID())
    .setExpirationTime(services.clock.now / 1000 + 600)
    .sign(new TextEncoder().encode(secret));
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Refusal) => error.code,
  );

/** What goes out by mail now; null: nothing does. */
async function readMail(): Promise<{ to: string; subject: string; text: string } | null> {
  const [due] = await findDueMail(services);
  const claimed = due ? await claimMail(services, due) : null;
  return claimed && { ...claimed.mail, to: claimed.mail.to.address };
}

async function linksFor(email: string): Promise<string[]> {
  await mailPortalLink(services, { email, locale: 'ru' });
  const mail = await readMail();
  return [...(mail?.text ?? '').matchAll(/\/help\/ru\/requests#link=(\S+)/g)].map(([, link = '']) => link);
}

describe('a token of the host', () => {
  it('opens one session, whoever was first', async () => {
    const token = await sign();
    const tries = [enterByToken(services, app, token), enterByToken(services, app, token)];
    expect((await Promise.all(tries.map(codeOf))).toSorted()).toEqual(['done', 'link_spent']);
  });

  it('is the same with its signature written in another way', async () => {
    const token = await sign();
    await enterByToken(services, app, token);
    // The last sign of 32 bytes holds two bits that mean nothing.
    const last = SIGNS[SIGNS.indexOf(token.at(-1) ?? '') ^ 1];
    expect(await codeOf(enterByToken(services, app, `${token.slice(0, -1)}${last}`))).toBe('link_spent');
  });

  it('of a distributor opens none, and tells whose support is theirs', async () => {
    const token = await sign({ role: 'distributor' });
    await expect(enterByToken(services, app, token)).rejects.toMatchObject({
      code: 'not_staff',
      details: { company: 'Вита' },
    });
  });

  it('that has expired opens none', async () => {
    const token = await sign();
    services.clock.now += 20 * MINUTE_MS;
    expect(await codeOf(enterByToken(services, app, token))).toBe('token_expired');
  });

  it('is remembered until it could not be used anyway', async () => {
    const token = await sign();
    await enterByToken(services, app, token);
    services.clock.now += 5 * MINUTE_MS;
    await sweepSessions(services);
    expect(await codeOf(enterByToken(services, app, token))).toBe('link_spent');
  });
});

describe('a link by mail', () => {
  it('comes to the staff whom the address belongs to, one for each company, and opens once', async () => {
    await makeRequester(services, { company: 'nova', name: 'Ольга', role: 'manager', email: EMAIL });
    const links = await linksFor('OLGA@vita.example');
    expect(links).toHaveLength(2);
    const companies = [];
    for (const link of links) {
      const session = await continueSession(services, (await enterByLink(services, link)).secret);
      companies.push(`${session.company.externalId}: ${session.person.role}`);
      expect(await codeOf(enterByLink(services, link))).toBe('link_spent');
    }
    expect(companies.toSorted()).toEqual(['nova: manager', 'vita: staff']);
  });

  it('is asked for by a stranger in vain, at the same cost, and is not mailed twice a minute', async () => {
    const queued = async () =>
      run((sql) => sql`select state from mail_outbox where kind = 'portal'`) as Promise<{ state: string }[]>;
    for (const email of ['nobody@else.example', EMAIL]) {
      await mailPortalLink(services, { email, locale: 'ru' });
      await mailPortalLink(services, { email, locale: 'ru' });
    }
    expect(await queued()).toHaveLength(2);
    const sent = [];
    for (const due of await findDueMail(services)) sent.push(await claimMail(services, due));
    expect(sent.flatMap((one) => one?.mail.to.address ?? [])).toEqual([EMAIL]);
  });

  it('is replaced for a distributor by the word whose support is theirs', async () => {
    await makeRequester(services, { company: 'dist', role: 'distributor', email: 'dist@vita.example' });
    await run((sql) => sql`update companies set distributor_support_url = 'https://help.dist.example/'`);
    await mailPortalLink(services, { email: 'dist@vita.example', locale: 'en' });
    const mail = await readMail();
    expect(mail?.text).toContain('https://help.dist.example/');
    expect(mail?.text).not.toContain('#link=');
  });

  it('leads to the ticket that it was asked for at', async () => {
    await mailPortalLink(services, { email: EMAIL, locale: 'en', to: '1024' });
    expect((await readMail())?.text).toMatch(/\/help\/en\/requests\/1024#link=\S+/);
  });

  it('is good for half an hour', async () => {
    const [link = ''] = await linksFor(EMAIL);
    services.clock.now += 31 * MINUTE_MS;
    expect(await codeOf(enterByLink(services, link))).toBe('link_spent');
  });

  it('is forgotten with the mail that brought it', async () => {
    await linksFor('nobody@else.example');
    services.clock.now += 15 * 24 * 60 * MINUTE_MS;
    await sweepSessions(services);
    expect(await run((sql) => sql`select 1 from mail_outbox where kind = 'portal'`)).toHaveLength(0);
  });
});

describe('the session in the cookie', () => {
  async function enter(): Promise<{ cookie: PortalSession; page: SessionCreated }> {
    const cookie = await enterByToken(services, app, await sign());
    return { cookie, page: await continueSession(services, cookie.secret) };
  }

  it('makes sessions for pages, which write as from the portal and end when it does', async () => {
    const { cookie, page } = await enter();
    expect(page).toMatchObject({ expiresAt: cookie.expiresAt, person: { name: 'Иван', role: 'staff' } });
    expect(await findActorBySession(services, page.session)).toMatchObject({ channel: 'portal' });
    const actor = await findActorBySession(services, cookie.secret);
    if (actor?.kind !== 'requester') throw new Error('not signed in');
    const ended: string[] = [];
    services.bus.subscribe({ sessionEnded: (id) => ended.push(id) });
    await endSession(services, actor.sessionId);
    expect(ended).toHaveLength(2);
    expect(await findActorBySession(services, page.session)).toBeNull();
    expect(await codeOf(continueSession(services, cookie.secret))).toBe('session_ended');
  });

  it('is not made by a page’s session: that one lives as long as the page', async () => {
    const { page } = await enter();
    expect(await codeOf(continueSession(services, page.session))).toBe('session_ended');
  });

  it('says why it is good no more: a suspended company, a blocked person', async () => {
    const { cookie } = await enter();
    await run((sql) => sql`update companies set suspended_at = now() where external_id = 'vita'`);
    expect(await codeOf(continueSession(services, cookie.secret))).toBe('company_suspended');
    await run((sql) => sql`update companies set suspended_at = null`);
    await run((sql) => sql`update people set blocked_at = now() where sub = 'ivan'`);
    expect(await codeOf(continueSession(services, cookie.secret))).toBe('person_blocked');
    expect(await codeOf(enterByToken(services, app, await sign()))).toBe('person_blocked');
    await run((sql) => sql`update people set blocked_at = null`);
    expect(await codeOf(continueSession(services, undefined))).toBe('session_required');
  });
});
