import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ClientToServer } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentActor, RequesterActor } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import type { TestClient } from '../testing/connect-client';
import { makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';
import { SOCKET_REQUESTS } from './socket-requests';

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

const REQUESTS = Object.keys(SOCKET_REQUESTS) as (keyof ClientToServer)[];
const message = (more: object = {}) => ({
  conversationId: uuidv7(),
  clientId: uuidv7(),
  text: 'Вопрос',
  start: {},
  ...more,
});

/** The connection still works: nothing that came before has broken it. */
async function expectAlive(client: TestClient): Promise<void> {
  expect(await client.ask('conversation:close', { conversationId: uuidv7() })).toEqual({
    ok: true,
    data: null,
  });
}

const NOWHERE: [string, unknown[]][] = [
  ['nothing', []],
  ['null', [null]],
  ['a number', [7]],
  ['a text', ['x']],
  ['a list', [[]]],
  ['a list of what would fit', [[message()]]],
  ['bytes', [Buffer.from('{}')]],
  [
    'a nested wrong type',
    [{ conversationId: {}, clientId: [], text: 7, seq: '1', mode: 1, number: '1', patch: 1 }],
  ],
  [
    'wrong ids',
    [
      {
        ...message(),
        conversationId: '../../etc',
        clientId: 'x',
        seq: 1,
        mode: 'none',
        number: 0,
        patch: {},
      },
    ],
  ],
  [
    'numbers out of bounds',
    [
      {
        ...message(),
        clientId: '',
        after: -1,
        conversationId: 'x',
        seq: 1e300,
        number: -1,
        patch: { status: 'x' },
      },
    ],
  ],
];

describe.each(REQUESTS)('%s', (event) => {
  it.each(NOWHERE)('refuses %s as invalid_input and breaks nothing', async (name, input) => {
    const desk = await stage.join(anna);
    const fits = event === 'queue:watch' && typeof input[0] === 'object' && !Array.isArray(input[0]);
    if (!fits || name === 'null') {
      expect(await desk.askRaw(event, ...input)).toMatchObject({ ok: false, code: 'invalid_input' });
    }
    await expectAlive(desk);
  });

  it('works without an ack, and with one that is none', async () => {
    const desk = await stage.join(anna);
    desk.socket.emit(event, ...([message()] as unknown as [never, never]));
    desk.socket.emit(event, ...([message(), 'no function'] as unknown as [never, never]));
    desk.socket.emit(event, ...([] as unknown as [never, never]));
    await expectAlive(desk);
  });
});

describe('a message', () => {
  it.each([
    ['a text beyond the limit', { text: 'я'.repeat(20_001) }],
    ['too many files', { attachments: Array.from({ length: 51 }, () => uuidv7()) }],
    [
      'one file twice',
      { attachments: ['019abc00-0000-7000-8000-000000000000', '019abc00-0000-7000-8000-000000000000'] },
    ],
    ['a page that is none', { start: { page: { url: 5, title: 'x' } } }],
    ['a page with fields of its own', { start: { page: { url: 'u', title: 't', secret: 'x' } } }],
    ['a context that is nested', { start: { page: { url: 'u', title: 't', context: { a: { b: 'c' } } } } }],
    ['a type that does not exist', { start: { type: 'complaint' } }],
    ['a priority of the requester’s own', { start: { type: 'question', evidence: { shown: ['x'] } } }],
  ])('is refused with %s', async (_, more) => {
    const client = await stage.join(olga);
    expect(await client.askRaw('message:send', message(more))).toMatchObject({
      ok: false,
      code: 'invalid_input',
    });
    await expectAlive(client);
  });

  it.each([
    ['nothing to say', { text: ' \n ' }, 'message_empty'],
    ['nothing that can be seen', { text: ' \u200b\u2060\u202e ' }, 'message_empty'],
    ['a file that was never uploaded', { attachments: [uuidv7()] }, 'unknown_attachment'],
    ['a conversation that is not there', { start: undefined }, 'not_found'],
  ])('is refused with %s by its own code', async (_, more, code) => {
    const client = await stage.join(olga);
    expect(await client.askRaw('message:send', message(more))).toMatchObject({ ok: false, code });
  });

  it('keeps every character that a person can type', async () => {
    const client = await stage.join(olga);
    const text = 'ё é 👩‍👩‍👧 مرحبا <b>&amp;</b> \u2028 $1 \\ %s \' " ` --\t\r\nконец';
    const { event } = await client.get('message:send', message({ text }));
    const opened = await client.get('conversation:open', { conversationId: await lastId(client) });
    expect(event).toMatchObject({ message: { text } });
    expect(opened).toMatchObject({ thread: { events: [{ message: { text } }] } });
  });

  it('loses only the characters that no database can hold', async () => {
    const client = await stage.join(olga);
    const page = { url: 'https://a.example/\u0000', title: 'a\u0000b', context: { key: 'x\u0000' } };
    const { event } = await client.get(
      'message:send',
      message({ text: 'a\u0000b', start: { subject: 'c\u0000d', page } }),
    );
    expect(event).toMatchObject({ message: { text: 'ab' } });
    const row = await client.hear('conversation:changed');
    expect(row.subject).toBe('cd');
  });

  it('holds a text as long as the limit, in any alphabet', async () => {
    const client = await stage.join(olga);
    const text = '漢'.repeat(20_000);
    const { event } = await client.get('message:send', message({ text }));
    expect(event.kind === 'message' && event.message.text.length).toBe(20_000);
  });
});

it('refuses a request that does not exist', async () => {
  const client = await stage.join(olga);
  for (const event of ['message:drop', 'constructor', 'toString', '__proto__', '']) {
    expect(await client.askRaw(event, {})).toMatchObject({ ok: false, code: 'invalid_input' });
  }
  await expectAlive(client);
});

it('limits each kind of request on its own, and gives back with time', async () => {
  const client = await stage.join(olga);
  const { perMinute } = SOCKET_REQUESTS['conversation:read'];
  const ask = () => client.ask('conversation:read', { conversationId: uuidv7(), seq: 1 });
  const acks = await Promise.all(Array.from({ length: perMinute + 5 }, ask));
  const codes = acks.map((ack) => (ack.ok ? 'ok' : ack.code));
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(5);
  await expectAlive(client);
  services.clock.now += 60_000 / perMinute;
  expect(await ask()).toMatchObject({ code: 'not_found' });
  expect(await ask()).toMatchObject({ code: 'too_many_requests' });
});

async function lastId(client: TestClient): Promise<string> {
  return (await client.hear('conversation:changed')).id;
}
