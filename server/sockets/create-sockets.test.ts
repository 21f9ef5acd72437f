import { applyEvents } from '@beseda/shared/domain/apply-event';
import type { RequesterThread } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import type { TestClient } from '../testing/connect-client';
import { makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let olga: RequesterActor;
let anna: AgentActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  stage = await serveSockets(services);
});
beforeEach(async () => {
  olga = await makeRequester(services);
  anna = await makeAgent(services);
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
});

const first = (text = 'Как вывести деньги?'): MessageInput => ({
  conversationId: uuidv7(),
  clientId: uuidv7(),
  text,
  start: {},
});
const next = (conversationId: string, text = 'Ещё вопрос'): MessageInput => ({
  conversationId,
  clientId: uuidv7(),
  text,
});
/** What was said in a conversation, in the order that `seq` gives: arrivals may change places, clients go by `seq`. */
const texts = (client: TestClient, conversationId: string) =>
  client.heard
    .flatMap(({ fact, data }) => {
      const told = data as { conversationId: string; event: { seq: number; message: { text: string } } };
      return fact === 'event:recorded' && told.conversationId === conversationId ? [told.event] : [];
    })
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ message }) => message.text);
const hearText = (client: TestClient, text: string) =>
  client.hear('event:recorded', ({ event }) => event.kind === 'message' && event.message.text === text);

describe('a message', () => {
  it('is in the database by the time its ack arrives', async () => {
    const client = await stage.join(olga);
    const input = first();
    const stored = await client.get('message:send', input);
    const rows = await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select seq from messages where client_id = ${input.clientId}`,
    );
    expect(rows).toEqual([{ seq: stored.event.seq }]);
  });

  it('reaches both sides in one order, the sender too, each in its own shape', async () => {
    const client = await stage.join(olga);
    const desk = await stage.join(anna);
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    await client.get('conversation:open', { conversationId });
    await desk.get('conversation:open', { conversationId });
    const sends = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? client : desk).get('message:send', next(conversationId, `№ ${i}`)),
    );
    const stored = await Promise.all(sends);
    const order = stored
      .toSorted((a, b) => a.event.seq - b.event.seq)
      .map(({ event }) => (event.kind === 'message' ? event.message.text : ''));
    await Promise.all([client, desk].flatMap((one) => order.map((text) => hearText(one, text))));
    expect(texts(client, conversationId)).toEqual(order);
    expect(texts(desk, conversationId)).toEqual(order);
  });

  it('is answered again, not stored again, when the client did not hear the ack', async () => {
    const client = await stage.join(olga);
    const input = first();
    const [one, two] = await Promise.all([
      client.get('message:send', input),
      client.get('message:send', input),
    ]);
    expect(new Set([one.repeated, two.repeated])).toEqual(new Set([false, true]));
    expect(two.event).toEqual(one.event);
  });

  it('is stored whatever characters its texts and keys are made of, as it is published', async () => {
    const client = await stage.join(olga);
    const page = { url: 'https://x.example/\ud800', title: '\0', context: { 'a\0\udc00': 'b' } };
    const input = { ...first('x\ud800\0y'), start: { page } };
    const { event } = await client.get('message:send', input);
    const opened = await client.get('conversation:open', { conversationId: input.conversationId });
    expect(event).toMatchObject({ message: { text: 'x\ufffdy' } });
    expect(opened).toMatchObject({ thread: { events: [event] } });
  });

  it('tells the requester’s other connections that their list has changed', async () => {
    const [one, two] = [await stage.join(olga), await stage.join(olga)];
    const { number } = await one.get('message:send', first('Новая тема'));
    expect(await two.hear('conversation:changed', (row) => row.number === number)).toMatchObject({
      subject: 'Новая тема',
      lastSeq: 1,
      unread: 0,
    });
  });

  it('reaches agents who watch the queue, with counts after it', async () => {
    const desk = await stage.join(anna);
    const before = await desk.get('queue:watch', {});
    const client = await stage.join(olga);
    const { number } = await client.get('message:send', first());
    await desk.hear('ticket:changed', (row) => row.number === number);
    const counts = await desk.hear('queue:counted', ({ all }) => all > before.all);
    expect(counts.unassigned).toBe(before.unassigned + 1);
  });
});

describe('a limit', () => {
  it('is not escaped by a new connection', async () => {
    const mode = { conversationId: uuidv7(), mode: 'none' } as const;
    const codes = async () => {
      const client = await stage.join(olga);
      const acks = await Promise.all(Array.from({ length: 120 }, () => client.ask('presence:set', mode)));
      return new Set(acks.map((ack) => (ack.ok ? 'ok' : ack.code)));
    };
    expect(await codes()).toEqual(new Set(['not_found']));
    expect(await codes()).toEqual(new Set(['too_many_requests']));
  });
});

describe('recovery', () => {
  it('gives what was missed, by seq, and the thread is as a fresh snapshot', async () => {
    const client = await stage.join(olga);
    const desk = await stage.join(anna);
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    const opened = await client.get('conversation:open', { conversationId });
    if (opened.kind !== 'snapshot') throw new Error('no snapshot');
    const held = opened.thread as RequesterThread;
    client.close();
    await desk.get('message:send', next(conversationId, 'пока вас не было'));
    await desk.get('note:write', next(conversationId, 'заметка'));
    await desk.get('message:send', next(conversationId, 'и ещё'));
    const back = await stage.join(olga);
    const resumed = await back.get('conversation:open', { conversationId, after: held.conversation.lastSeq });
    if (resumed.kind !== 'events') throw new Error('no events');
    const { thread, outcome } = applyEvents(held, resumed.events as RequesterThread['events']);
    const fresh = await back.get('conversation:open', { conversationId });
    expect(outcome).toBe('applied');
    expect(fresh).toMatchObject({ kind: 'snapshot', thread: { events: thread.events } });
  });

  it('begins before it reads: what is sent while a client opens is not lost', async () => {
    const desk = await stage.join(anna);
    const client = await stage.join(olga);
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    const sends = Array.from({ length: 10 }, (_, i) =>
      desk.get('message:send', next(conversationId, `${i}`)),
    );
    const opened = await client.get('conversation:open', { conversationId });
    await Promise.all(sends);
    if (opened.kind !== 'snapshot') throw new Error('no snapshot');
    const last = (await desk.get('message:send', next(conversationId, 'last'))).event.seq;
    await hearText(client, 'last');
    const seen = new Set(opened.thread.events.map(({ seq }) => seq));
    for (const { fact, data } of client.heard) {
      if (fact === 'event:recorded') seen.add((data as { event: { seq: number } }).event.seq);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  });

  it('says nothing more of a conversation that was closed by the client', async () => {
    const desk = await stage.join(anna);
    const client = await stage.join(olga);
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    await client.get('conversation:open', { conversationId });
    await client.get('conversation:close', { conversationId });
    await desk.get('message:send', next(conversationId, 'в пустоту'));
    await client.hear('conversation:changed', (row) => row.lastMessage.text === 'в пустоту');
    expect(texts(client, conversationId)).toEqual([]);
  });
});

describe('presence', () => {
  it('shows a requester that an agent replies, and nothing else of agents', async () => {
    const client = await stage.join(olga);
    const desk = await stage.join(anna);
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    await client.get('conversation:open', { conversationId });
    await desk.get('conversation:open', { conversationId });
    await desk.get('presence:set', { conversationId, mode: 'viewing' });
    await desk.get('presence:set', { conversationId, mode: 'replying' });
    const told = await client.hear('presence:changed', ({ presence }) => presence.length > 0);
    expect(told.presence).toEqual([{ who: { kind: 'agent', name: anna.name }, mode: 'replying' }]);
    await desk.get('presence:set', { conversationId, mode: 'none' });
    client.heard.length = 0;
    await client.hear('presence:changed', ({ presence }) => presence.length === 0);
  });

  it('tells agents who looks and who writes, the requester included, until they go', async () => {
    const client = await stage.join(olga);
    const [desk, other] = [await stage.join(anna), await stage.join(await makeAgent(services, 'Борис'))];
    const start = first();
    const { conversationId } = start;
    await client.get('message:send', start);
    for (const one of [client, desk, other]) await one.get('conversation:open', { conversationId });
    await other.get('presence:set', { conversationId, mode: 'viewing' });
    await client.get('presence:set', { conversationId, mode: 'replying' });
    const told = await desk.hear('presence:changed', ({ presence }) => presence.length === 2);
    expect(new Map(told.presence.map(({ who, mode }) => [who.name, mode]))).toEqual(
      new Map([
        ['Борис', 'viewing'],
        [olga.name, 'replying'],
      ]),
    );
    desk.heard.length = 0;
    client.close();
    other.close();
    await desk.hear('presence:changed', ({ presence }) => presence.length === 0);
  });

  it('is refused in a conversation that this connection has not opened', async () => {
    const client = await stage.join(olga);
    const start = first();
    await client.get('message:send', start);
    const { conversationId } = start;
    expect(await client.ask('presence:set', { conversationId, mode: 'viewing' })).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });
});

it('tells both sides how far the other has read', async () => {
  const client = await stage.join(olga);
  const desk = await stage.join(anna);
  const start = first();
  const { conversationId } = start;
  await client.get('message:send', start);
  for (const one of [client, desk]) await one.get('conversation:open', { conversationId });
  await desk.get('conversation:read', { conversationId, seq: 1 });
  expect(await client.hear('read:marked')).toEqual({ conversationId, by: 'agent', seq: 1 });
  await desk.get('message:send', next(conversationId));
  await client.get('conversation:read', { conversationId, seq: 2 });
  expect(await desk.hear('read:marked', ({ by }) => by === 'requester')).toMatchObject({ seq: 2 });
});
