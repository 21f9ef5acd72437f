import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFollower } from '../conversations/follow-conversation';
import { countOpenConversations } from '../conversations/list-conversations';
import { unfollowConversation } from '../conversations/unfollow-conversation';
import type { AgentActor, RequesterActor } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import type { TestClient } from '../testing/connect-client';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';
import { deleteTicket } from '../tickets/delete-ticket';
import { judgeSolution } from '../tickets/judge-solution';
import { readTicket } from '../tickets/read-tickets';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;
let olga: RequesterActor;
let maria: RequesterActor;
let anna: AgentActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  stage = await serveSockets(services);
});
beforeEach(async () => {
  olga = await makeRequester(services);
  maria = { ...(await makeRequester(services, { name: 'Мария', role: 'manager' })), channel: 'portal' };
  anna = await makeAgent(services);
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
});

const message = (conversationId = uuidv7(), text = 'Как вывести деньги?'): MessageInput => ({
  conversationId,
  clientId: uuidv7(),
  text,
  start: {},
});
const rowsOf = (client: TestClient, conversationId: string) =>
  client.heard.filter(
    ({ fact, data }) => fact === 'conversation:changed' && (data as { id: string }).id === conversationId,
  );
const hearRow = (client: TestClient, conversationId: string) =>
  client.hear('conversation:changed', ({ id }) => id === conversationId);

describe('a manager at the support centre', () => {
  it('hears how the company’s list changes; not in the widget, nor does anybody elsewhere', async () => {
    const stranger = await makeRequester(services, { company: 'other', role: 'manager' });
    const { channel: _, ...inWidget } = maria;
    const client = await stage.join(maria);
    const others = [await stage.join(inWidget), await stage.join({ ...stranger, channel: 'portal' })];
    const asking = await stage.join(olga);
    const { conversationId } = await asking.get('message:send', message());
    const row = await hearRow(client, conversationId);
    expect(row).toMatchObject({ requester: { id: olga.personId }, following: false, unread: 0 });
    await hearRow(asking, conversationId);
    for (const other of others) await other.get('conversation:close', { conversationId });
    expect(others.flatMap((other) => rowsOf(other, conversationId))).toEqual([]);
  });

  it('sees what an admin deletes leave the list', async () => {
    const client = await stage.join(maria);
    const asking = await stage.join(olga);
    const { conversationId, number } = await asking.get('message:send', message());
    await hearRow(client, conversationId);
    await deleteTicket(as(services, { ...anna, role: 'admin' }), number);
    await client.hear('conversation:left', (fact) => fact.conversationId === conversationId);
  });

  it('hears of an own conversation once, with its unread answers', async () => {
    const client = await stage.join(maria);
    const { conversationId } = await client.get('message:send', message());
    await hearRow(client, conversationId);
    const desk = await stage.join(anna);
    await desk.get('message:send', message(conversationId, 'Ответ'));
    const row = await client.hear(
      'conversation:changed',
      ({ id, unread }) => id === conversationId && unread > 0,
    );
    expect(row.unread).toBe(1);
    await client.get('conversation:open', { conversationId });
    const told = rowsOf(client, conversationId).filter(
      ({ data }) => (data as { lastSeq: number }).lastSeq === 2,
    );
    expect(told).toHaveLength(1);
  });

  it('answers for a colleague: under their own name, from the portal, live to the colleague and to agents', async () => {
    const asking = await stage.join(olga);
    const { conversationId, number } = await asking.get('message:send', message());
    await asking.get('conversation:open', { conversationId });
    const desk = await stage.join(anna);
    await desk.get('conversation:open', { conversationId });
    const client = await stage.join(maria);
    await client.get('conversation:open', { conversationId });
    await client.get('message:send', message(conversationId, 'Это срочно для всех'));
    for (const one of [asking, desk]) {
      const { event } = await one.hear('event:recorded', ({ event: each }) => each.author.name === 'Мария');
      expect(event).toMatchObject({
        author: { kind: 'requester', id: maria.personId },
        message: { channel: 'portal', text: 'Это срочно для всех' },
      });
    }
    expect(await readTicket(as(services, anna), { number })).toMatchObject({
      requester: { id: olga.personId },
    });
  });

  it('goes on seeing what they follow no more', async () => {
    const asking = await stage.join(olga);
    const { conversationId, number } = await asking.get('message:send', message());
    const client = await stage.join(maria);
    await client.get('conversation:open', { conversationId });
    await addFollower(as(services, maria), { number, personId: maria.personId });
    await client.hear('conversation:changed', ({ id, following }) => id === conversationId && following);
    await unfollowConversation(as(services, maria), { number, personId: maria.personId });
    await client.hear(
      'conversation:changed',
      ({ id, following, lastSeq }) => id === conversationId && !following && lastSeq === 3,
    );
    await asking.get('message:send', message(conversationId, 'Ещё вопрос'));
    await client.hear('event:recorded', ({ event }) => event.seq === 4);
    expect(client.heard.some(({ fact }) => fact === 'conversation:left')).toBe(false);
  });

  it('reads along without marking anything read for the colleague', async () => {
    const asking = await stage.join(olga);
    const { conversationId } = await asking.get('message:send', message());
    const desk = await stage.join(anna);
    const { event } = await desk.get('message:send', message(conversationId, 'Ответ'));
    const client = await stage.join(maria);
    await client.get('conversation:read', { conversationId, seq: event.seq });
    expect(await countOpenConversations(as(services, olga))).toMatchObject({ unread: 1 });
    expect(await countOpenConversations(as(services, maria))).toMatchObject({ unread: 0 });
  });

  it('closes a colleague’s ticket and opens it again, as the manager who did', async () => {
    const asking = await stage.join(olga);
    const { conversationId, number } = await asking.get('message:send', message());
    await asking.get('conversation:open', { conversationId });
    for (const [solved, to] of [
      [true, 'solved'],
      [false, 'open'],
    ] as const) {
      expect(await judgeSolution(as(services, maria), { number, solved })).toMatchObject({ status: to });
      const { event } = await asking.hear(
        'event:recorded',
        ({ event: each }) => each.kind === 'status' && each.to === to,
      );
      expect(event.author).toEqual({ kind: 'requester', id: maria.personId, name: 'Мария' });
    }
  });
});
