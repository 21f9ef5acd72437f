import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ClientToServer } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { unfollowConversation } from '../conversations/unfollow-conversation';
import type { AgentActor, RequesterActor } from '../db/actor';
import { endSession } from '../sessions/end-session';
import { SOCKET_REQUESTS } from '../sockets/socket-requests';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import type { Fact, TestClient } from '../testing/connect-client';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';
import { deleteTicket } from '../tickets/delete-ticket';
import { type Answer, CONNECTED, type Connected, FACT_ROWS, REQUEST_ROWS } from './request-rows';
import { SECRET_TEXT, type SeededCompany, seedCompany } from './seed-company';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let ours: SeededCompany;
let actors: Record<Connected, RequesterActor | AgentActor>;
let anna: AgentActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  stage = await serveSockets(services);
  anna = await makeAgent(services);
  const admin: AgentActor = { ...(await makeAgent(services, 'Админ')), role: 'admin' };
  ours = await seedCompany(services, 'vita', anna);
  const theirs = await seedCompany(services, 'other', anna);
  const { owner, colleague, follower, manager } = ours;
  actors = {
    owner,
    colleague,
    follower,
    manager,
    stranger: theirs.owner,
    strangeManager: theirs.manager,
    agent: anna,
    admin,
  };
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
});

const nowhere = () => ({ conversationId: uuidv7(), number: 999_999 });

describe('requests', () => {
  it('each have a row', () => {
    expect(new Set(Object.keys(REQUEST_ROWS))).toEqual(new Set(Object.keys(SOCKET_REQUESTS)));
  });

  it.each(Object.entries(REQUEST_ROWS))('%s does for each what its row says', async (event, row) => {
    const found: Partial<Record<Connected, Answer>> = {};
    for (const who of CONNECTED) {
      const client = await stage.join(actors[who]);
      if (event === 'presence:set') await client.ask('conversation:open', ours);
      const ack = await client.ask(event as keyof ClientToServer, row.call(ours) as never);
      found[who] = ack.ok ? 'ok' : ack.code;
      client.close();
    }
    expect(found).toEqual(row.expected);
  });

  it.each(Object.entries(REQUEST_ROWS))(
    '%s refuses the forbidden as it refuses the missing',
    async (event, row) => {
      for (const who of CONNECTED.filter((one) => row.expected[one] === 'not_found')) {
        const client = await stage.join(actors[who]);
        const ask = (about: { conversationId: string; number: number }) =>
          client.ask(event as keyof ClientToServer, { ...row.call(about), start: undefined } as never);
        expect(await ask(ours)).toEqual(await ask(nowhere()));
        client.close();
      }
    },
  );
});

it('tells agents too what does not exist', async () => {
  const desk = await stage.join(anna);
  const { conversationId, number } = nowhere();
  const missing = { ok: false, code: 'not_found' };
  expect(await desk.ask('conversation:open', { conversationId })).toEqual(missing);
  expect(await desk.ask('conversation:read', { conversationId, seq: 1 })).toEqual(missing);
  expect(await desk.ask('presence:set', { conversationId, mode: 'viewing' })).toEqual(missing);
  expect(await desk.ask('ticket:update', { number, patch: { priority: 'low' } })).toEqual(missing);
  const message = { conversationId, clientId: uuidv7(), text: 'Ответ', start: {} };
  expect(await desk.ask('message:send', message)).toEqual(missing);
});

/** Everybody tries to listen to the owner's conversation; then much goes on in it. */
async function letMuchGoOn(): Promise<Record<Connected, TestClient>> {
  const session = await makeSession(services, ours.owner);
  const clients = {} as Record<Connected, TestClient>;
  for (const who of CONNECTED) {
    clients[who] =
      who === 'owner'
        ? await stage.knock({ session: session.secret }).connect()
        : await stage.join(actors[who]);
    await clients[who].ask('conversation:open', { conversationId: ours.conversationId });
    await clients[who].ask('queue:watch', {});
  }
  const { owner, agent, admin } = clients;
  const { conversationId, number } = ours;
  const message = (text: string) => ({ conversationId, clientId: uuidv7(), text });
  await owner.get('message:send', message('Ещё вопрос'));
  await agent.get('presence:set', { conversationId, mode: 'replying' });
  await agent.get('note:write', message(SECRET_TEXT));
  await agent.get('ticket:update', {
    number,
    patch: { priority: 'low', status: 'pending', type: 'task', assignee: null },
  });
  await agent.get('ticket:update', { number, patch: { assignee: anna.agentId, priority: 'urgent' } });
  const { event } = await admin.get('message:send', message('Последнее'));
  await admin.get('conversation:read', { conversationId, seq: event.seq });
  await owner.get('conversation:read', { conversationId, seq: event.seq });
  await agent.hear('read:marked', ({ by, seq }) => by === 'requester' && seq === event.seq);
  await owner.hear('conversation:changed', ({ lastSeq, unread }) => lastSeq === event.seq && unread === 0);
  services.bus.called(
    { id: uuidv7(), state: 'ringing', number: '+7', startedAt: '', callers: [] },
    anna.agentId,
  );
  services.bus.callBacksChanged();
  services.bus.alerted([
    {
      id: uuidv7(),
      agentId: anna.agentId,
      kind: 'warning',
      clock: 'first_reaction',
      ticket: { number, subject: '' },
      dueAt: '',
      at: '',
      seenAt: null,
    },
  ]);
  await agent.hear('alert:raised');
  await admin.hear('call-backs:changed');
  await agent.hear('queue:counted');
  await admin.hear('queue:counted');
  const spare = await sendMessage(
    as(services, await makeRequester(services, { company: 'third' })),
    { conversationId: uuidv7(), clientId: uuidv7(), text: 'Лишнее', start: {} },
    { kind: 'message', channel: 'widget' },
  );
  await deleteTicket(as(services, actors.admin), spare.number);
  await agent.hear('ticket:deleted');
  await unfollowConversation(as(services, anna), { number, personId: ours.follower.personId });
  await clients.follower.hear('conversation:left');
  const closed = owner.closed();
  await endSession(services, session.id);
  await closed;
  for (const who of CONNECTED) {
    if (who !== 'owner') await clients[who].ask('conversation:close', nowhere());
  }
  return clients;
}

it('lets each fact reach those of its row, and a requester nothing that is for agents or of another company', async () => {
  const clients = await letMuchGoOn();
  const hearers = (fact: Fact) =>
    CONNECTED.filter((who) => clients[who].heard.some((entry) => entry.fact === fact));
  const found = Object.fromEntries(Object.keys(FACT_ROWS).map((fact) => [fact, hearers(fact as Fact)]));
  expect(found).toEqual(FACT_ROWS);
  for (const who of ['owner', 'colleague', 'follower', 'manager', 'stranger', 'strangeManager'] as const) {
    const heard = JSON.stringify(clients[who].heard);
    expect(heard, `${who} hears what is for agents`).not.toMatch(
      new RegExp(`${SECRET_TEXT}|priority|waitingSince|"note"|evidence|${anna.agentId}`),
    );
    if (!['owner', 'follower', 'manager'].includes(who)) expect(clients[who].heard).toEqual([]);
  }
  expect(JSON.stringify(clients.agent.heard)).toContain(SECRET_TEXT);
});
