import { uuidv7 } from '@beseda/shared/domain/uuid';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { DESK_COOKIE } from '../http/authenticate';
import { endSession } from '../sessions/end-session';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let olga: RequesterActor;
let anna: AgentActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  vi.useFakeTimers({ toFake: ['setInterval'] });
  stage = await serveSockets(services);
});
beforeEach(async () => {
  olga = await makeRequester(services);
  anna = await makeAgent(services);
});
afterAll(async () => {
  vi.useRealTimers();
  await stage.close();
  await services.database.close();
  await clone.drop();
});

const v = PROTOCOL_VERSION;

describe('a connection', () => {
  it('is let in by a requester’s session and by the desk’s cookie', async () => {
    await expect(stage.join(olga)).resolves.toBeDefined();
    await expect(stage.join(anna)).resolves.toBeDefined();
  });

  it.each([
    ['nothing', {}, 'session_required'],
    ['an empty session', { session: '', v }, 'session_required'],
    ['a session that is no text', { session: { $ne: '' }, v }, 'session_required'],
    ['an unknown session', { session: 'unknown', v }, 'session_ended'],
    ['the desk without a cookie', { desk: true, v }, 'session_required'],
    ['another version of the wire', { session: 'unknown', v: v + 1 }, 'invalid_input'],
  ])('is refused with a code: %s', (_, auth, code) =>
    expect(stage.knock({ auth }).connect()).rejects.toBe(code),
  );

  it('is refused when the session is of the other kind', async () => {
    const [requester, agent] = [await makeSession(services, olga), await makeSession(services, anna)];
    await expect(stage.knock({ session: agent.secret }).connect()).rejects.toBe('session_ended');
    await expect(stage.knock({ desk: requester.secret }).connect()).rejects.toBe('session_ended');
  });

  it('is refused when the session has ended or expired', async () => {
    const [ended, expired] = [await makeSession(services, olga), await makeSession(services, olga)];
    await endSession(services, ended.id);
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update sessions set expires_at = now() - interval '1 year' where id = ${expired.id}`,
    );
    await expect(stage.knock({ session: ended.secret }).connect()).rejects.toBe('session_ended');
    await expect(stage.knock({ session: expired.secret }).connect()).rejects.toBe('session_ended');
  });

  it('is refused from another origin, so that the desk’s cookie does not work from elsewhere', async () => {
    const { secret } = await makeSession(services, anna);
    const knockFrom = (origin: string) =>
      stage
        .knock({ auth: { desk: true, v }, headers: { origin, cookie: `${DESK_COOKIE}=${secret}` } })
        .connect();
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `${stage.url}.evil.example`,
    ]) {
      await expect(knockFrom(origin)).rejects.toEqual(expect.any(String));
    }
    await expect(knockFrom(stage.url)).resolves.toBeDefined();
  });

  it('says unavailable, not ended, when the database is away', async () => {
    const away = makeServices('postgres://beseda_app@127.0.0.1:1/none');
    const other = await serveSockets(away);
    await expect(other.knock({ session: 'any' }).connect()).rejects.toBe('unavailable');
    await other.close();
  });
});

describe('a session that ends', () => {
  it('closes its sockets, after a word, and no others', async () => {
    const session = await makeSession(services, olga);
    const one = await stage.knock({ session: session.secret }).connect();
    const two = await stage.knock({ session: session.secret }).connect();
    const other = await stage.join(olga);
    const closed = [one.closed(), two.closed()];
    await endSession(services, session.id);
    await Promise.all(closed);
    expect(one.heard).toContainEqual({ fact: 'session:ended', data: { code: 'session_ended' } });
    expect(await other.ask('conversation:close', { conversationId: uuidv7() })).toMatchObject({ ok: true });
  });

  it.each([
    ['was ended by another process', (id: string) => setSession('ended_at', id)],
    ['has expired', (id: string) => setSession('expires_at', id)],
    ['belongs to a person who became a distributor', () => demote('distributor')],
    ['was opened by a manager who is one no more', () => demote('staff')],
  ])('is noticed when it %s', async (_, change) => {
    olga = await makeRequester(services, { role: 'manager' });
    const session = await makeSession(services, olga);
    const client = await stage.knock({ session: session.secret }).connect();
    const closed = client.closed();
    await change(session.id);
    await vi.advanceTimersByTimeAsync(20_000);
    await closed;
    expect(client.heard).toContainEqual({ fact: 'session:ended', data: { code: 'session_ended' } });
  });

  it('is noticed when the agent is blocked', async () => {
    const desk = await stage.join(anna);
    const closed = desk.closed();
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update agents set disabled = true where id = ${anna.agentId}`,
    );
    await vi.advanceTimersByTimeAsync(20_000);
    await closed;
  });
});

function setSession(column: string, id: string): Promise<unknown> {
  return services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update sessions set ${sql(column)} = now() - interval '1 year' where id = ${id}`,
  );
}

function demote(role: string): Promise<unknown> {
  return services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update people set role = ${role} where id = ${olga.personId}`,
  );
}

it('finishes what is under way before it closes, and refuses what comes later', async () => {
  const closing = await serveSockets(services);
  const client = await closing.join(olga);
  const send = () =>
    client.ask('message:send', { conversationId: uuidv7(), clientId: uuidv7(), text: 'текст', start: {} });
  const sends = Array.from({ length: 5 }, send);
  const gone = client.closed();
  await sends[0];
  await closing.sockets.close();
  await gone;
  const codes = (await Promise.all(sends)).map((ack) => (ack.ok ? 'stored' : ack.code));
  expect(new Set(['stored', 'unavailable', ...codes])).toEqual(new Set(['stored', 'unavailable']));
});
